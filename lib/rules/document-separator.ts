import type { Origin } from './manifest-set';
import { fault, type Rule } from './rule';
import { trappedIn } from './traps';

/** What each object says once. */
const OF_EACH_OBJECT = ['apiVersion', 'kind'];

export const documentSeparator: Rule = {
  id: 'document-separator',
  severity: 'error',
  accepted: true,
  summary:
    'Between two objects of a file stands a line ---: without it kubectl reads the second alone, and drops the first.',
  source: 'https://kubernetes.io/docs/concepts/workloads/management/#organizing-resource-configurations',
  *check(set) {
    for (const { manifest, origin } of trappedIn(set)) {
      if (!areTwoObjects(origin)) continue;
      yield fault(
        manifest,
        { path: 'apiVersion', value: manifest.apiVersion },
        'must stand once in a document; here a second object begins, and the first is lost',
        'write a line --- before it',
      );
    }
  },
};

/** Whether one document says twice what each object says once. */
export function areTwoObjects({ duplicateKeys }: Origin): boolean {
  const keys = duplicateKeys.filter(({ path }) => path === '').map(({ key }) => key);
  return OF_EACH_OBJECT.every((field) => keys.includes(field));
}
