import { isKind, type Manifest, nameOf } from '../manifest';
import { limitOf, podsThatMayGo, workloadsOfBudget } from './budgets';
import type { ManifestSet } from './manifest-set';
import { fewestPods } from './replicas';
import { fault, objectOf, type Rule } from './rule';

export const disruptionBudgetBlocks: Rule = {
  id: 'disruption-budget-blocks',
  severity: 'warning',
  summary:
    'A disruption budget lets at least one pod go: else no node with a pod of it can be drained, and upgrades of nodes wait.',
  source:
    'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#think-about-how-your-application-reacts-to-disruptions',
  *check(set) {
    for (const budget of set.ofKind('PodDisruptionBudget')) {
      const limit = limitOf(budget);
      const workloads = workloadsOfBudget(set, budget);
      // A drain passes over the pods of a DaemonSet.
      if (limit === undefined || workloads.some((each) => isKind(each, 'DaemonSet'))) continue;
      const pods = fewestTogether(set, workloads);
      if (podsThatMayGo(limit, pods) > 0) continue;
      const which = workloads.map(objectOf).slice(0, 2).join(' and ');
      const must =
        workloads.length === 0 ? 'must let a pod go' : `must let a pod go when ${which} has ${pods}, its fewest`;
      const isOfOne = pods === 1 && limit.isLeast;
      yield fault(
        budget,
        { path: limit.path, value: limit.value },
        `${must}; as it is, no drain of a node with one ends`,
        `write maxUnavailable: 1 in its place${isOfOne ? ', or keep 2 pods (minReplicas)' : ''}`,
      );
    }
  },
};

/** One workload may stand in the folders of several environments: the largest counts. */
function fewestTogether(set: ManifestSet, workloads: readonly Manifest[]): number | undefined {
  const fewest = new Map<string, number>();
  for (const each of workloads) {
    const name = `${each.kind} ${nameOf(each)}`;
    fewest.set(name, Math.max(fewest.get(name) ?? 0, fewestPods(set, each)));
  }
  return workloads.length === 0 ? undefined : [...fewest.values()].reduce((sum, pods) => sum + pods, 0);
}
