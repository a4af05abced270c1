import { podField } from './pod-field';
import { podsWith } from './pods';
import { fault, type Rule } from './rule';

export const terminationGracePeriod: Rule = {
  id: 'termination-grace-period',
  severity: 'warning',
  summary: 'A pod has at least 0 seconds to end. Kubernetes takes less, and makes it 1 second.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  *check(set) {
    for (const pod of podsWith(set, 'terminationGracePeriodSeconds')) {
      const period = podField(pod, 'terminationGracePeriodSeconds');
      if (typeof period.value !== 'number' || period.value >= 0) continue;
      yield fault(pod.manifest, period, 'must be at least 0', 'write the seconds that requests need to be answered');
    }
  },
};
