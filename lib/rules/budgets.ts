import { at, fields, type Manifest, namespaceOf } from '../manifest';
import { selectorFinds } from './label-selector';
import { type ManifestSet, podLabelsOf } from './manifest-set';

/**
 * The workloads whose pods a budget is for, of a set and around it. A budget without a selector is for none, one with an
 * empty selector for all.
 */
export function workloadsOfBudget(set: ManifestSet, budget: Manifest): readonly Manifest[] {
  const selector = at(budget, 'spec', 'selector');
  if (selector == null) return [];
  const known = set.around ?? set;
  const { matchLabels } = fields(selector);
  const hasLabels = Object.keys(fields(matchLabels)).length > 0;
  const candidates = hasLabels
    ? known.workloadsBehind(matchLabels, budget)
    : known.workloads().filter((each) => namespaceOf(each) === namespaceOf(budget));
  return candidates.filter((workload) => selectorFinds(selector, podLabelsOf(workload)));
}
