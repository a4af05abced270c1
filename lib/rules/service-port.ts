import { at, fields, isKind, itemsAt, type Located, type Manifest } from '../manifest';
import { DNS_LABEL } from '../names';
import { integerFault } from './integer';
import { isPortNumberOrName, protocolFaults } from './port';
import { type Fault, fault, type Rule } from './rule';

export const servicePort: Rule = {
  id: 'service-port',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec',
  *check(manifests) {
    for (const manifest of manifests.filter((each) => isKind(each, 'Service'))) {
      const ports = itemsAt(manifest, 'spec', 'ports');
      if (ports.length === 0 && !needsNoPorts(manifest)) {
        yield fault(
          manifest,
          { path: 'spec.ports', value: at(manifest, 'spec', 'ports') },
          'must hold at least one port',
          'add the port that clients connect to',
        );
      }
      for (const port of ports) yield* portFaults(manifest, port);
      yield* faultsBetweenPorts(manifest, ports);
    }
  },
};

/** A headless Service and an alias may stand without ports. */
function needsNoPorts(manifest: Manifest): boolean {
  return at(manifest, 'spec', 'clusterIP') === 'None' || at(manifest, 'spec', 'type') === 'ExternalName';
}

function* portFaults(manifest: Manifest, { path, value }: Located): Iterable<Fault> {
  const { port, targetPort, protocol } = fields(value);
  const number = { path: `${path}.port`, value: port ?? null };
  const numberFault = integerFault(number, 1, 65535);
  if (numberFault !== undefined) yield fault(manifest, number, numberFault, 'write the port that clients connect to');

  if (targetPort !== undefined && !isPortNumberOrName(targetPort)) {
    yield fault(
      manifest,
      { path: `${path}.targetPort`, value: targetPort },
      'must be a port from 1 to 65535, or the name of a container port',
      "write the container's port, as a number or by its name",
    );
  }
  yield* protocolFaults(manifest, path, protocol);
}

function* faultsBetweenPorts(manifest: Manifest, ports: readonly Located[]): Iterable<Fault> {
  const names = new Set<unknown>();
  const numbers = new Set<string>();
  for (const { path, value } of ports) {
    const { name, port, protocol } = fields(value);
    const whereName = { path: `${path}.name`, value: name };
    if (name === undefined || name === '') {
      if (ports.length > 1) {
        yield fault(manifest, whereName, 'must be set where a Service has several ports', 'name each port');
      }
    } else if (typeof name !== 'string' || !DNS_LABEL.matches(name)) {
      yield fault(manifest, whereName, `must be ${DNS_LABEL.description}`, "name it after what it serves: 'http'");
    } else if (names.has(name)) {
      yield fault(manifest, whereName, 'must be unique in the Service', 'give each port a name of its own');
    }
    names.add(name);

    const number = `${protocol ?? 'TCP'} ${port}`;
    if (numbers.has(number)) {
      const where = { path: `${path}.port`, value: port };
      yield fault(manifest, where, 'must be unique in the Service for its protocol', 'remove one of the two');
    }
    numbers.add(number);
  }
}
