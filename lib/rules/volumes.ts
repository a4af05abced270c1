import { at, fields, isKind, items } from '../manifest';
import { isSet } from './located';
import type { Pod } from './pods';

/** A volume of a pod: the field that says what it is. */
export interface Volume {
  readonly source: string;
}

/** The volumes of a pod by their names, those that a StatefulSet makes claims for among them. */
export function volumesOf(pod: Pod): ReadonlyMap<unknown, Volume> {
  const own = items(pod.spec.volumes).map((volume) => [fields(volume).name, { source: sourceOf(volume) }] as const);
  const claims = isKind(pod.manifest, 'StatefulSet') ? items(at(pod.manifest, 'spec', 'volumeClaimTemplates')) : [];
  const claimed = claims.map((claim) => [at(claim, 'metadata', 'name'), { source: 'persistentVolumeClaim' }] as const);
  return new Map([...own, ...claimed]);
}

/** A volume that does not say what it is is an empty folder. */
function sourceOf(volume: unknown): string {
  const [source = 'emptyDir'] = Object.keys(fields(volume)).filter(
    (field) => field !== 'name' && isSet(fields(volume)[field]),
  );
  return source;
}
