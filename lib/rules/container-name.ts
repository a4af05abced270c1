import { containersOf, fields } from '../manifest';
import { DNS_LABEL } from '../names';
import { fault, type Rule } from './rule';

export const containerName: Rule = {
  id: 'container-name',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container',
  *check(manifests) {
    for (const manifest of manifests) {
      const names = new Set<unknown>();
      for (const container of containersOf(manifest)) {
        const { name } = fields(container.value);
        const where = { path: `${container.path}.name`, value: name };
        if (typeof name !== 'string' || !DNS_LABEL.matches(name)) {
          yield fault(manifest, where, `must be ${DNS_LABEL.description}`, 'set containerName');
        } else if (names.has(name)) {
          yield fault(manifest, where, 'must be unique in the pod', 'give each container a name of its own');
        }
        names.add(name);
      }
    }
  },
};
