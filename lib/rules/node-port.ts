import { fields, itemsAt, type Located } from '../manifest';
import { type Fault, fault, type Rule } from './rule';
import { isNodePort, NODE_PORTS, type Service, servicesOf } from './services';

export const nodePort: Rule = {
  id: 'node-port',
  severity: 'error',
  summary: `A node port is a number from ${NODE_PORTS.first} to ${NODE_PORTS.last}, and of one Service port.`,
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  *check(set) {
    for (const service of servicesOf(set)) {
      const ports = itemsAt(service.manifest, 'spec', 'ports').filter(({ value }) => fields(value).nodePort);
      for (const port of ports) yield* nodePortFaults(service, port);
      yield* repeatedFaults(service, ports);
    }
  },
};

function* nodePortFaults({ manifest, type }: Service, { path, value }: Located): Iterable<Fault> {
  const where = { path: `${path}.nodePort`, value: fields(value).nodePort };
  if (type === 'ClusterIP') {
    const fix = 'make the Service NodePort or LoadBalancer, or leave nodePort out';
    yield fault(manifest, where, `must not be set on a Service of type ${type}`, fix);
  } else if (type !== 'ExternalName' && !isNodePort(where.value)) {
    const fix = 'choose a free port of that range, or leave nodePort out and let the cluster choose';
    yield fault(manifest, where, `must be from ${NODE_PORTS.first} to ${NODE_PORTS.last}`, fix);
  }
}

/** A port that is served with several protocols may have one node port for them all. */
function* repeatedFaults({ manifest, type }: Service, ports: readonly Located[]): Iterable<Fault> {
  const firstOfPort = new Map<unknown, unknown>();
  const allocated = new Set<unknown>();
  const served = new Set<string>();
  for (const { path, value } of ports) {
    const { port, nodePort: number, protocol } = fields(value);
    const isShared = firstOfPort.get(port) === number;
    const pair = `${protocol || 'TCP'} ${number}`;
    if (served.has(pair) || (type !== 'ExternalName' && allocated.has(number) && !isShared)) {
      const where = { path: `${path}.nodePort`, value: number };
      yield fault(manifest, where, 'must be unique in the Service', 'give each port a nodePort of its own');
    }
    if (!firstOfPort.has(port)) firstOfPort.set(port, number);
    allocated.add(number);
    served.add(pair);
  }
}
