import { at, isKind, type Manifest } from '../manifest';
import { fewestPodsOf, type ManifestSet, mostPodsOf } from './manifest-set';

/** The most pods that a workload may have: by its autoscalers, or by its own number. */
export function mostPods(set: ManifestSet, workload: Manifest): number {
  return Math.max(...set.autoscalersFor(workload).map((each) => mostPodsOf(each) ?? 1), ownReplicas(workload));
}

/** The fewest pods of a workload that is not scaled to 0: by its autoscaler, or by its own number where it has none. */
export function fewestPods(set: ManifestSet, workload: Manifest): number {
  const autoscalers = set.autoscalersFor(workload);
  return autoscalers.length > 0 ? Math.max(1, ...autoscalers.map(fewestPodsOf)) : Math.max(1, ownReplicas(workload));
}

/** A DaemonSet has a pod on each node: it counts as one. */
function ownReplicas(workload: Manifest): number {
  const replicas = at(workload, 'spec', 'replicas');
  return typeof replicas === 'number' && !isKind(workload, 'DaemonSet') ? replicas : 1;
}
