import { repeatedFault, repeatedIn } from './repeated';
import type { Rule } from './rule';

export const duplicateObject: Rule = {
  id: 'duplicate-object',
  severity: 'error',
  summary: 'An object stands once in a file: of two with the same name, the later one undoes the earlier.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  *check(set) {
    for (const [manifest, earlier] of repeatedIn(set)) {
      if (set.originOf(manifest)?.file === set.originOf(earlier)?.file) yield repeatedFault(manifest);
    }
  },
};
