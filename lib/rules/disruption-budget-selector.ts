import { at, fields, type Manifest } from '../manifest';
import { workloadsOfBudget } from './budgets';
import { MeantWorkloads } from './meant-workload';
import { fault, objectOf, type Rule } from './rule';

export const disruptionBudgetSelector: Rule = {
  id: 'disruption-budget-selector',
  severity: 'warning',
  summary:
    'A disruption budget selects pods: one that selects none guards nothing. Told where it selects nothing at all, or a workload nearly fits.',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget',
  *check(set) {
    const budgets = set.ofKind('PodDisruptionBudget');
    if (budgets.length === 0) return;
    const guarded = new Set<Manifest>(budgets.flatMap((budget) => workloadsOfBudget(set, budget)));
    const unguarded = set.workloads().filter((each) => !guarded.has(each));
    const meant = new MeantWorkloads(set, unguarded);
    for (const budget of budgets) {
      const selector = at(budget, 'spec', 'selector');
      const where = { path: 'spec.selector', value: selector };
      if (selector == null) {
        yield fault(
          budget,
          where,
          'must be set: without it the budget is for no pod',
          'select the pods by their labels',
        );
        continue;
      }
      const found = meant.of(fields(at(selector, 'matchLabels')), budget);
      if (found === undefined) continue;
      yield fault(
        budget,
        where,
        `must select pods, and none here has these labels; most likely those of ${objectOf(found.workload)} are meant`,
        found.fix,
      );
    }
  },
};
