import { at } from '../manifest';
import { integerFault } from './integer';
import { fault, type Rule } from './rule';
import { workloadsOf } from './workloads';

export const revisionHistory: Rule = {
  id: 'revision-history',
  severity: 'error',
  summary: 'The number of old revisions that are kept is not negative.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#clean-up-policy',
  *check(set) {
    for (const manifest of workloadsOf(set, 'Deployment', 'DaemonSet')) {
      const where = {
        path: 'spec.revisionHistoryLimit',
        value: at(manifest, 'spec', 'revisionHistoryLimit') ?? undefined,
      };
      const must = integerFault(where, 0);
      if (must !== undefined) yield fault(manifest, where, must, 'leave it out for 10, or write 0 to keep none');
    }
  },
};
