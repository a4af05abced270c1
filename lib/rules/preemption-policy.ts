import { oneOfFaults } from './one-of';
import { podField } from './pod-field';
import { podsWith } from './pods';
import type { Rule } from './rule';

const POLICIES = ['PreemptLowerPriority', 'Never'];

export const preemptionPolicy: Rule = {
  id: 'preemption-policy',
  severity: 'error',
  summary: 'A pod says of preemption what Kubernetes knows: PreemptLowerPriority or Never.',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#non-preempting-priority-class',
  *check(set) {
    for (const pod of podsWith(set, 'preemptionPolicy'))
      yield* oneOfFaults(pod.manifest, podField(pod, 'preemptionPolicy'), POLICIES);
  },
};
