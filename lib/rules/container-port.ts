import { containersOf, fields, locatedItems } from '../manifest';
import { PORT_NAME } from '../names';
import { integerFault } from './integer';
import { protocolFaults } from './port';
import { fault, type Rule } from './rule';

export const containerPort: Rule = {
  id: 'container-port',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
  *check(manifests) {
    for (const manifest of manifests) {
      for (const container of containersOf(manifest)) {
        const names = new Set<unknown>();
        const ports = { path: `${container.path}.ports`, value: fields(container.value).ports };
        for (const { path, value } of locatedItems(ports)) {
          const { containerPort, hostPort, name, protocol } = fields(value);
          const number = { path: `${path}.containerPort`, value: containerPort ?? null };
          const numberFault = integerFault(number, 1, 65535);
          if (numberFault !== undefined) {
            yield fault(manifest, number, numberFault, 'write the port that the process listens on');
          }
          const host = { path: `${path}.hostPort`, value: hostPort };
          const hostFault = integerFault(host, 0, 65535);
          if (hostFault !== undefined) {
            yield fault(manifest, host, hostFault, 'leave hostPort out unless the node itself must listen');
          }
          yield* protocolFaults(manifest, path, protocol);
          if (name === undefined) continue;
          const where = { path: `${path}.name`, value: name };
          if (typeof name !== 'string' || !PORT_NAME.matches(name)) {
            yield fault(manifest, where, `must be ${PORT_NAME.description}`, "name it after what it serves: 'http'");
          } else if (names.has(name)) {
            yield fault(manifest, where, 'must be unique in the container', 'give each port a name of its own');
          }
          names.add(name);
        }
      }
    }
  },
};
