import { at, type Manifest, nameOf } from '../manifest';
import { workloadsOfBudget } from './budgets';
import { fault, objectOf, type Rule } from './rule';

export const disruptionBudgetOverlap: Rule = {
  id: 'disruption-budget-overlap',
  severity: 'warning',
  summary: 'A pod has one disruption budget: with two, each eviction of it fails, and no drain of its node ends.',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/registry/core/pod/storage/eviction.go',
  *check(set) {
    const first = new Map<Manifest, Manifest>();
    for (const budget of set.ofKind('PodDisruptionBudget')) {
      const told = new Set<Manifest>();
      for (const workload of workloadsOfBudget(set, budget)) {
        const other = first.get(workload) ?? budget;
        first.set(workload, other);
        if (nameOf(other) === nameOf(budget) || told.has(other)) continue;
        told.add(other);
        yield fault(
          budget,
          { path: 'spec.selector', value: at(budget, 'spec', 'selector') },
          `must not find pods of another budget: ${objectOf(other)} finds those of ${objectOf(workload)}, too, and a pod of two budgets is never evicted`,
          `leave one of the two out, or narrow its selector`,
        );
      }
    }
  },
};
