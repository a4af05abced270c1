import { fields, type Manifest } from '../manifest';
import { intOrPercentFault } from './int-or-percent';
import { labelSelectorFaults } from './label-selector';
import { type Fault, fault, type Rule } from './rule';

const EVICTION_POLICIES = ['IfHealthyBudget', 'AlwaysAllow'];

export const disruptionBudget: Rule = {
  id: 'disruption-budget',
  severity: 'error',
  summary: 'A disruption budget says one number of pods or one percentage, of pods that a sound selector finds.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/pod-disruption-budget-v1/',
  *check(set) {
    for (const manifest of set.ofKind('PodDisruptionBudget')) {
      yield* amountFaults(manifest);
      const { selector, unhealthyPodEvictionPolicy: policy } = fields(manifest.spec);
      yield* labelSelectorFaults(manifest, { path: 'spec.selector', value: selector });
      if (policy === undefined || policy === null || EVICTION_POLICIES.includes(policy as string)) continue;
      const where = { path: 'spec.unhealthyPodEvictionPolicy', value: policy };
      const must = `must be one of ${EVICTION_POLICIES.join(', ')}`;
      yield fault(manifest, where, must, 'leave it out for IfHealthyBudget');
    }
  },
};

function* amountFaults(manifest: Manifest): Iterable<Fault> {
  const amounts = ['minAvailable', 'maxUnavailable']
    .map((field) => ({ path: `spec.${field}`, value: fields(manifest.spec)[field] ?? undefined }))
    .filter(({ value }) => value !== undefined);
  for (const amount of amounts) {
    const must = intOrPercentFault(amount.value, 'max 100%');
    if (must === undefined) continue;
    yield fault(manifest, amount, must, "write a number of pods (1), or a share of them ('25%')");
  }
  const [, second] = amounts;
  if (second !== undefined) yield fault(manifest, second, 'must not be set beside minAvailable', 'keep one of the two');
}
