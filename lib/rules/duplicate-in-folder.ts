import { repeatedFault, repeatedIn } from './repeated';
import type { Rule } from './rule';

/** A folder may also hold alternatives, of which one is applied: no sure fault, so a rule of its own. */
export const duplicateInFolder: Rule = {
  id: 'duplicate-in-folder',
  severity: 'advice',
  summary: 'An object stands in one file of a folder: `kubectl apply -f FOLDER` lets the later file undo the earlier.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  *check(set) {
    for (const [manifest, earlier] of repeatedIn(set)) {
      if (set.originOf(manifest)?.file !== set.originOf(earlier)?.file) yield repeatedFault(manifest);
    }
  },
};
