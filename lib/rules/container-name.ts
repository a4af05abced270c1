import { DNS_LABEL } from '../names';
import { child } from './located';
import { podsOf } from './pods';
import { fault, type Rule } from './rule';
import { formatFaults } from './value';

export const containerName: Rule = {
  id: 'container-name',
  severity: 'error',
  summary: 'A container has a name that is a DNS label, and no two containers of a pod have the same.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container',
  *check(set) {
    for (const pod of podsOf(set)) {
      const names = new Set<unknown>();
      for (const container of pod.containers) {
        const name = child(container, 'name');
        yield* formatFaults(pod.manifest, name, DNS_LABEL, "name it after what it does: 'server'");
        if (typeof name.value === 'string' && name.value !== '' && names.has(name.value)) {
          yield fault(pod.manifest, name, 'must be unique in the pod', 'give each container a name of its own');
        }
        names.add(name.value);
      }
    }
  },
};
