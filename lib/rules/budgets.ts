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

/** What a budget says: the pods that must stay, or that may go. */
export interface Limit {
  readonly path: string;
  readonly value: unknown;
  /** It is the least that must stay; otherwise the most that may go. */
  readonly isLeast: boolean;
  readonly number: number;
  readonly isPercentage: boolean;
}

/** Nothing where it says no number. */
export function limitOf(budget: Manifest): Limit | undefined {
  const isLeast = at(budget, 'spec', 'maxUnavailable') == null;
  const field = isLeast ? 'minAvailable' : 'maxUnavailable';
  const value = fields(budget.spec)[field];
  const [, percentage] = /^(\d+)%$/.exec(String(value)) ?? [];
  const number = percentage === undefined ? value : Number(percentage);
  if (typeof number !== 'number') return undefined;
  return { path: `spec.${field}`, value, isLeast, number, isPercentage: percentage !== undefined };
}

/** As the controller counts: a share of the pods is rounded up, be it of those that stay or of those that may go. */
export function podsThatMayGo({ isLeast, number, isPercentage }: Limit, pods: number | undefined): number {
  // Of pods that are not known, something may go unless nothing ever may.
  if (pods === undefined) return (isLeast ? isPercentage && number >= 100 : number === 0) ? 0 : 1;
  const scaled = isPercentage ? Math.ceil((number * pods) / 100) : number;
  return isLeast ? pods - scaled : scaled;
}
