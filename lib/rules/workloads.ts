import type { Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';

/** The kinds of apps/v1 that keep pods running. */
export type Workload = 'Deployment' | 'ReplicaSet' | 'StatefulSet' | 'DaemonSet';

/** The objects of some of these kinds. Other API groups have kinds of the same names. */
export function workloadsOf(set: ManifestSet, ...kinds: readonly Workload[]): readonly Manifest[] {
  return kinds.flatMap((kind) => set.ofKind(kind)).filter(({ apiVersion }) => apiVersion === 'apps/v1');
}
