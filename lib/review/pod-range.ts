import { replicaRangeOf } from '../autoscaling/autoscaler';
import { at, type Manifest } from '../manifest';
import type { ManifestSet } from '../rules/manifest-set';

/** The fewest and the most pods of a workload: what its autoscaler says, or else what it says itself. */
export interface PodRange {
  readonly least: number;
  readonly most: number;
  readonly autoscaler?: Manifest;
}

export function podRangeOf(set: ManifestSet, workload: Manifest): PodRange {
  const [autoscaler] = set.autoscalersOf(workload);
  const replicas = at(workload, 'spec', 'replicas');
  const own = typeof replicas === 'number' ? replicas : 1;
  if (autoscaler === undefined) return { least: own, most: own };
  const { min, max } = replicaRangeOf(autoscaler);
  return { least: min.value ?? 1, most: max.value ?? own, autoscaler };
}
