import { at, fields, isKind, type Manifest, nameOf } from '../manifest';
import { workloadsOfBudget } from './budgets';
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

interface Limit {
  readonly path: string;
  readonly value: unknown;
  /** It is the least that must stay; otherwise the most that may go. */
  readonly isLeast: boolean;
  readonly number: number;
  readonly isPercentage: boolean;
}

function limitOf(budget: Manifest): Limit | undefined {
  const isLeast = at(budget, 'spec', 'maxUnavailable') == null;
  const field = isLeast ? 'minAvailable' : 'maxUnavailable';
  const value = fields(budget.spec)[field];
  const [, percentage] = /^(\d+)%$/.exec(String(value)) ?? [];
  const number = percentage === undefined ? value : Number(percentage);
  if (typeof number !== 'number') return undefined;
  return { path: `spec.${field}`, value, isLeast, number, isPercentage: percentage !== undefined };
}

/** As the controller counts: a share of the pods is rounded up, be it of those that stay or of those that may go. */
function podsThatMayGo({ isLeast, number, isPercentage }: Limit, pods: number | undefined): number {
  // Of pods that are not known, something may go unless nothing ever may.
  if (pods === undefined) return (isLeast ? isPercentage && number >= 100 : number === 0) ? 0 : 1;
  const scaled = isPercentage ? Math.ceil((number * pods) / 100) : number;
  return isLeast ? pods - scaled : scaled;
}

/** One workload may stand in the folders of several environments: the largest counts. */
function fewestTogether(set: ManifestSet, workloads: readonly Manifest[]): number | undefined {
  const fewest = new Map<string, number>();
  for (const each of workloads) {
    const name = `${each.kind} ${nameOf(each)}`;
    fewest.set(name, Math.max(fewest.get(name) ?? 0, fewestPods(set, each)));
  }
  return workloads.length === 0 ? undefined : [...fewest.values()].reduce((sum, pods) => sum + pods, 0);
}
