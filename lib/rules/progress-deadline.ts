import { at, isKind, type Manifest } from '../manifest';
import { integerFault, isInteger } from './integer';
import { type Fault, fault, type Rule } from './rule';
import { workloadsOf } from './workloads';

/** What the API server takes where progressDeadlineSeconds is not set. */
const DEFAULT_DEADLINE = 600;

export const progressDeadline: Rule = {
  id: 'progress-deadline',
  severity: 'error',
  summary: 'A rollout waits longer for progress (progressDeadlineSeconds) than a pod must be ready (minReadySeconds).',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds',
  *check(set) {
    for (const manifest of workloadsOf(set, 'Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet')) {
      const minReady = { path: 'spec.minReadySeconds', value: at(manifest, 'spec', 'minReadySeconds') ?? undefined };
      const must = integerFault(minReady, 0);
      if (must !== undefined) yield fault(manifest, minReady, must, 'write whole seconds, or leave it out for 0');
      if (isKind(manifest, 'Deployment')) yield* deadlineFaults(manifest, minReady.value ?? 0);
    }
  },
};

function* deadlineFaults(manifest: Manifest, minReady: unknown): Iterable<Fault> {
  const written = at(manifest, 'spec', 'progressDeadlineSeconds') ?? undefined;
  const where = { path: 'spec.progressDeadlineSeconds', value: written };
  const deadline = written ?? DEFAULT_DEADLINE;
  if (!isInteger(deadline, 0)) {
    yield fault(manifest, where, 'must be a whole number of at least 0', `leave it out for ${DEFAULT_DEADLINE}`);
  } else if (isInteger(minReady, 0) && deadline <= minReady) {
    const must = `must be more than minReadySeconds (${minReady}), and is ${DEFAULT_DEADLINE} where it is not set`;
    yield fault(manifest, where, must, 'raise progressDeadlineSeconds, or lower minReadySeconds');
  }
}
