import { downwardApiVolume } from '../downward-api-volume';
import { emptyDirMedium } from '../empty-dir-medium';
import { ephemeralVolume } from '../ephemeral-volume';
import { hostPathReplicas } from '../host-path-replicas';
import { memoryVolumeLimit } from '../memory-volume-limit';
import { memoryVolumeSize } from '../memory-volume-size';
import { projectedVolume } from '../projected-volume';
import { readWriteOnceClaim } from '../read-write-once-claim';
import type { Rule } from '../rule';
import { volumeFile } from '../volume-file';
import { volumeName } from '../volume-name';
import { volumeSetting } from '../volume-setting';
import { volumeSource } from '../volume-source';

/** Rules on the volumes of pods. */
export const RULES: readonly Rule[] = [
  volumeName,
  volumeSource,
  volumeSetting,
  volumeFile,
  projectedVolume,
  downwardApiVolume,
  ephemeralVolume,
  readWriteOnceClaim,
  hostPathReplicas,
  emptyDirMedium,
  memoryVolumeSize,
  memoryVolumeLimit,
];
