import { memoryLimitOf, memoryVolumesOf } from './memory-volume';
import { podsWith } from './pods';
import { fault, type Rule } from './rule';

export const memoryVolumeSize: Rule = {
  id: 'memory-volume-size',
  severity: 'warning',
  summary:
    'A volume in memory has a size, or the containers that fill it a memory limit: else it may take all memory of the node.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  *check(set) {
    for (const pod of podsWith(set, 'volumes')) {
      for (const { path, sizeLimit, containers } of memoryVolumesOf(pod)) {
        const unlimited = containers.find((container) => memoryLimitOf(container) === undefined);
        if (sizeLimit !== undefined || unlimited === undefined) continue;
        yield fault(
          pod.manifest,
          { path: `${path}.sizeLimit`, value: undefined },
          `must be set, since container ${unlimited.fields.name} has no memory limit either: the volume may take all memory of the node`,
          'write a size, such as 2Gi (sharedMemory), within the memory limit of the container',
        );
      }
    }
  },
};
