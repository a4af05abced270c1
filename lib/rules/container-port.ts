import type { Located, Manifest } from '../manifest';
import { PORT_NAME } from '../names';
import { isInteger } from './integer';
import { child, childItems, isSet } from './located';
import { oneOfOrEmptyFaults } from './one-of';
import { containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { formatFaults } from './value';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const RANGE = 'must be a whole number from 1 to 65535';

export const containerPort: Rule = {
  id: 'container-port',
  severity: 'error',
  summary: 'A container port is a number from 1 to 65535 with a sound name, and stands once.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
  *check(set) {
    for (const container of containersWith(set, 'ports')) {
      const names = new Set<unknown>();
      for (const port of childItems(container, 'ports')) {
        yield* numberFaults(container.manifest, port);
        yield* oneOfOrEmptyFaults(container.manifest, child(port, 'protocol'), PROTOCOLS);
        const name = child(port, 'name');
        if (!isSet(name.value) || name.value === '') continue;
        yield* formatFaults(container.manifest, name, PORT_NAME, "name it after what it serves: 'http'");
        if (names.has(name.value)) {
          yield fault(container.manifest, name, 'must be unique in the container', 'give each port a name of its own');
        }
        names.add(name.value);
      }
    }
  },
};

function* numberFaults(manifest: Manifest, port: Located): Iterable<Fault> {
  const containerPort = child(port, 'containerPort');
  if (!isPort(containerPort.value)) {
    yield fault(manifest, containerPort, RANGE, 'write the port that the process listens on');
  }
  const hostPort = child(port, 'hostPort');
  if (isSet(hostPort.value) && hostPort.value !== 0 && !isPort(hostPort.value)) {
    yield fault(manifest, hostPort, RANGE, 'leave hostPort out unless the node itself must listen');
  }
}

function isPort(value: unknown): boolean {
  return isInteger(value, 1, 65535);
}
