import { fields, isKind } from '../manifest';
import { isInteger } from './integer';
import { fault, type Rule } from './rule';

export const disruptionBudget: Rule = {
  id: 'disruption-budget',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/pod-disruption-budget-v1/',
  *check(manifests) {
    for (const manifest of manifests.filter((each) => isKind(each, 'PodDisruptionBudget'))) {
      for (const field of ['maxUnavailable', 'minAvailable']) {
        const value = fields(manifest.spec)[field];
        if (value === undefined || isInteger(value, 0) || isPercentage(value)) continue;
        yield fault(
          manifest,
          { path: `spec.${field}`, value },
          "must be a whole number of at least 0, or a percentage from '0%' to '100%'",
          "write a number of pods (1), or a share of them ('25%')",
        );
      }
    }
  },
};

function isPercentage(value: unknown): boolean {
  return typeof value === 'string' && /^(100|[1-9]?\d)%$/.test(value);
}
