import { isSet } from './located';
import { podField } from './pod-field';
import { podsWith } from './pods';
import { fault, type Rule } from './rule';
import { rangeFaults } from './value';

/** Kinds whose pods may end. */
const MAY_END = ['CronJob', 'Job', 'Pod', 'PodTemplate'];
const INT32_MAX = 2_147_483_647;

export const podDeadline: Rule = {
  id: 'pod-deadline',
  severity: 'error',
  summary: 'Only a pod that may end has activeDeadlineSeconds, from 1 on. A Deployment would start it again at once.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#lifecycle',
  *check(set) {
    for (const pod of podsWith(set, 'activeDeadlineSeconds')) {
      const { kind } = pod.manifest;
      const deadline = podField(pod, 'activeDeadlineSeconds');
      if (MAY_END.includes(String(kind))) {
        yield* rangeFaults(pod.manifest, deadline, [1, INT32_MAX], 'write whole seconds, or leave it out for no end');
      } else if (isSet(deadline.value)) {
        yield fault(pod.manifest, deadline, `must not be set in a ${kind}`, 'leave it out, or run a Job');
      }
    }
  },
};
