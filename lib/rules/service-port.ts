import { fields, itemsAt, type Located, type Manifest } from '../manifest';
import { DNS_LABEL, QUALIFIED_NAME } from '../names';
import { integerFault } from './integer';
import { isPortNumberOrName, protocolFaults } from './port';
import { type Fault, fault, type Rule } from './rule';
import { type Service, servicesOf } from './services';

const KUBELET_PORT = 10250;

/** Later ones give a load balancer the port of the kubelet, too. */
const LAST_TO_KEEP_KUBELET_PORT = 32;

export const servicePort: Rule = {
  id: 'service-port',
  severity: 'error',
  summary: 'A Service port is a number from 1 to 65535, named where there are several, and stands once.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec',
  *check(set) {
    for (const service of servicesOf(set)) {
      const { manifest, spec } = service;
      const ports = itemsAt(manifest, 'spec', 'ports');
      if (ports.length === 0 && !needsNoPorts(service)) {
        yield fault(
          manifest,
          { path: 'spec.ports', value: spec.ports },
          'must hold at least one port',
          'add the port that clients connect to',
        );
      }
      for (const port of ports) yield* portFaults(service, port, set.settings.kubernetes);
      yield* faultsBetweenPorts(manifest, ports);
    }
  },
};

/** A headless Service and an alias may stand without ports. */
function needsNoPorts({ isHeadless, type }: Service): boolean {
  return isHeadless || type === 'ExternalName';
}

function* portFaults({ manifest, type }: Service, { path, value }: Located, minor: number): Iterable<Fault> {
  const { port, targetPort, protocol, appProtocol } = fields(value);
  const number = { path: `${path}.port`, value: port ?? null };
  const numberFault = integerFault(number, 1, 65535);
  if (numberFault !== undefined) yield fault(manifest, number, numberFault, 'write the port that clients connect to');
  if (port === KUBELET_PORT && type === 'LoadBalancer' && minor <= LAST_TO_KEEP_KUBELET_PORT) {
    const must = 'must not be the port of the kubelet on a Service of type LoadBalancer';
    yield fault(manifest, number, must, 'choose another port for clients to connect to');
  }
  if (targetPort && !isPortNumberOrName(targetPort)) {
    yield fault(
      manifest,
      { path: `${path}.targetPort`, value: targetPort },
      'must be a port from 1 to 65535, or the name of a container port',
      "write the container's port, as a number or by its name",
    );
  }
  yield* protocolFaults(manifest, path, protocol || undefined);
  if (appProtocol != null && !QUALIFIED_NAME.matches(String(appProtocol))) {
    const where = { path: `${path}.appProtocol`, value: appProtocol };
    yield fault(manifest, where, `must be ${QUALIFIED_NAME.description}`, "write a protocol such as 'http' or 'grpc'");
  }
}

function* faultsBetweenPorts(manifest: Manifest, ports: readonly Located[]): Iterable<Fault> {
  const names = new Set<unknown>();
  const numbers = new Set<string>();
  for (const { path, value } of ports) {
    const { name, port, protocol } = fields(value);
    const whereName = { path: `${path}.name`, value: name };
    if (!name) {
      if (ports.length > 1) {
        yield fault(manifest, whereName, 'must be set where a Service has several ports', 'name each port');
      }
    } else if (typeof name !== 'string' || !DNS_LABEL.matches(name)) {
      yield fault(manifest, whereName, `must be ${DNS_LABEL.description}`, "name it after what it serves: 'http'");
    } else if (names.has(name)) {
      yield fault(manifest, whereName, 'must be unique in the Service', 'give each port a name of its own');
    }
    names.add(name);

    const number = `${protocol || 'TCP'} ${port}`;
    if (numbers.has(number)) {
      const where = { path: `${path}.port`, value: port };
      yield fault(manifest, where, 'must be unique in the Service for its protocol', 'remove one of the two');
    }
    numbers.add(number);
  }
}
