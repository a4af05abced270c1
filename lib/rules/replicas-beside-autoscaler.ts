import { replicaRangeOf } from '../autoscaling/autoscaler';
import { at, isKind, type Manifest } from '../manifest';
import { isInteger } from './integer';
import { isLive } from './live';
import { fault, objectOf, type Rule } from './rule';

const SCALABLE = ['Deployment', 'StatefulSet', 'ReplicaSet'];

export const replicasBesideAutoscaler: Rule = {
  id: 'replicas-beside-autoscaler',
  severity: 'warning',
  summary: 'A workload that is scaled does not say how many replicas it has: each apply would set them back to that.',
  source:
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  *check(set) {
    for (const workload of SCALABLE.flatMap((kind) => set.ofKind(kind))) {
      const replicas = at(workload, 'spec', 'replicas');
      if (!isInteger(replicas, 0) || isLive(workload)) continue;
      const [autoscaler] = set.autoscalersFor(workload);
      if (autoscaler === undefined) continue;
      yield fault(
        workload,
        { path: 'spec.replicas', value: replicas },
        `must be left out, since ${objectOf(autoscaler)} decides it: ${consequence(replicas, autoscaler)}`,
        'leave it out; where the app runs already, the first apply without it falls to 1 pod, once',
      );
    }
  },
};

/** What an apply does, in the order of how bad that is. */
function consequence(replicas: number, autoscaler: Manifest): string {
  const { min, max } = replicaRangeOf(autoscaler);
  const each = `every apply sets the running count to ${replicas}`;
  if (replicas === 0 && !isKind(autoscaler, 'ScaledObject')) {
    return 'every apply stops all pods, and at 0 the autoscaler is switched off until someone scales by hand';
  }
  if (max.value !== undefined && replicas > max.value) {
    return `${each}, over the ${max.value} that it allows, and it takes the others away again`;
  }
  if (min.value !== undefined && replicas < min.value) {
    return `${each}, under the ${min.value} that it keeps, until it has started the others again`;
  }
  return `${each}, whatever the load, until it has scaled again`;
}
