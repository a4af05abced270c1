import { podField } from './pod-field';
import { podsOf } from './pods';
import { fault, type Rule } from './rule';

/** Who looks after pods without an end wants them always restarted; a Job wants to know when they are done. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  CronJob: ['OnFailure', 'Never'],
  DaemonSet: ['Always'],
  Deployment: ['Always'],
  Job: ['OnFailure', 'Never'],
  Pod: ['Always', 'OnFailure', 'Never'],
  PodTemplate: ['Always', 'OnFailure', 'Never'],
  ReplicaSet: ['Always'],
  ReplicationController: ['Always'],
  StatefulSet: ['Always'],
};
const DEFAULT = 'Always';

export const restartPolicy: Rule = {
  id: 'restart-policy',
  severity: 'error',
  summary: 'The restart policy is one that the kind takes: a Deployment takes only Always, a Job takes all but that.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  *check(set) {
    for (const pod of podsOf(set)) {
      const { kind } = pod.manifest;
      const choices = CHOICES[String(kind)] ?? [];
      const policy = podField(pod, 'restartPolicy');
      if (choices.includes((policy.value || DEFAULT) as string)) continue;
      const must = choices.length === 1 ? `must be ${choices[0]} in a ${kind}` : `must be one of ${choices.join(', ')}`;
      const fix = choices.includes(DEFAULT) ? 'leave restartPolicy out for Always' : `write ${choices[0]}`;
      yield fault(pod.manifest, policy, must, fix);
    }
  },
};
