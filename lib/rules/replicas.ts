import { replicaRangeOf } from '../autoscaling/autoscaler';
import { at, isKind, type Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';

/** The most pods that a workload may have: by its autoscalers, or by its own number. */
export function mostPods(set: ManifestSet, workload: Manifest): number {
  return set
    .autoscalersFor(workload)
    .map((each) => replicaRangeOf(each).max.value ?? 1)
    .reduce((most, each) => Math.max(most, each), ownReplicas(workload));
}

/** The fewest pods of a workload that is not scaled to 0: by its autoscaler, or by its own number where it has none. */
export function fewestPods(set: ManifestSet, workload: Manifest): number {
  const autoscalers = set.autoscalersFor(workload);
  if (autoscalers.length === 0) return Math.max(1, ownReplicas(workload));
  return autoscalers
    .map((each) => replicaRangeOf(each).min.value ?? 1)
    .reduce((fewest, each) => Math.max(fewest, each), 1);
}

/** A DaemonSet has a pod on each node: it counts as one. */
function ownReplicas(workload: Manifest): number {
  const replicas = at(workload, 'spec', 'replicas');
  return typeof replicas === 'number' && !isKind(workload, 'DaemonSet') ? replicas : 1;
}
