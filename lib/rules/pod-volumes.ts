import { fields, type Located, type Manifest } from '../manifest';
import { isSet } from './located';
import { onceASet } from './once-a-set';
import { podItems } from './pod-field';
import { type Pod, podsOf } from './pods';

/** A volume of a pod, as it is written. */
export interface PodVolume extends Located {
  readonly manifest: Manifest;
  readonly pod: Pod;
}

/** Open since then (ImageVolume); before, the API server drops such volumes before it looks at them. */
const IMAGES_SINCE = 35;

/** The volumes of every pod. */
export const podVolumesOf = onceASet((set): readonly PodVolume[] => {
  return podsOf(set).flatMap((pod) =>
    podItems(pod, 'volumes')
      .filter(({ value }) => set.settings.kubernetes >= IMAGES_SINCE || !isSet(fields(value).image))
      .map((volume) => ({ ...volume, manifest: pod.manifest, pod })),
  );
});
