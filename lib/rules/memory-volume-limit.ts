import { at } from '../manifest';
import { memoryLimitOf, memoryVolumesOf } from './memory-volume';
import { podsWith } from './pods';
import { fault, type Rule } from './rule';

export const memoryVolumeLimit: Rule = {
  id: 'memory-volume-limit',
  severity: 'warning',
  summary:
    'A volume in memory fits into the memory limit of the container that fills it, to which it counts: else the container is killed before the volume is full.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  *check(set) {
    for (const pod of podsWith(set, 'volumes')) {
      for (const { path, value, sizeLimit, containers } of memoryVolumesOf(pod)) {
        if (sizeLimit === undefined || containers.length === 0) continue;
        const limits = containers.map(memoryLimitOf);
        if (limits.some((limit) => limit === undefined || limit >= sizeLimit)) continue;
        const [first] = containers;
        const limit = at(first?.fields.resources, 'limits', 'memory') ?? at(pod.spec.resources, 'limits', 'memory');
        yield fault(
          pod.manifest,
          { path: `${path}.sizeLimit`, value: at(value, 'sizeLimit') },
          `must be within the memory limit of container ${first?.fields.name} (${limit}), to which it counts`,
          'lower the size, or raise the memory limit over the size and what the process needs',
        );
      }
    }
  },
};
