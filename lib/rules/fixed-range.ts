import { replicaRangeOf } from '../autoscaling/autoscaler';
import { isKind } from '../manifest';
import { fault, type Rule } from './rule';
import { autoscalersIn } from './scaled';

export const fixedRange: Rule = {
  id: 'fixed-range',
  severity: 'warning',
  summary: 'The most pods are more than the fewest; otherwise the autoscaler does nothing, whatever the load.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  *check(set) {
    for (const autoscaler of autoscalersIn(set)) {
      const { min, max } = replicaRangeOf(autoscaler);
      if (min.value === undefined || min.value !== max.value) continue;
      const fewest = isKind(autoscaler, 'ScaledObject') ? 'minReplicaCount' : 'minReplicas';
      yield fault(
        autoscaler,
        { path: max.path, value: max.value },
        `must be more than ${fewest} (${min.value}): at both, no load adds a pod`,
        'raise it, or remove the autoscaler and set spec.replicas of the workload',
      );
    }
  },
};
