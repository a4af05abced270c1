import { DNS_LABEL } from '../names';
import { child } from './located';
import { podVolumesOf } from './pod-volumes';
import type { Pod } from './pods';
import { fault, type Rule } from './rule';
import { formatFaults } from './value';

export const volumeName: Rule = {
  id: 'volume-name',
  severity: 'error',
  summary: 'A volume has a name that is a DNS label, and no two volumes of a pod have the same.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  *check(set) {
    const seen = new Map<Pod, Set<unknown>>();
    for (const volume of podVolumesOf(set)) {
      const { manifest, pod } = volume;
      const names = seen.get(pod) ?? new Set();
      seen.set(pod, names);
      const name = child(volume, 'name');
      yield* formatFaults(manifest, name, DNS_LABEL, "name it after what is in it, such as 'model'");
      if (names.has(name.value)) {
        yield fault(manifest, name, 'must be unique in the pod', 'give each volume a name of its own');
      }
      names.add(name.value);
    }
  },
};
