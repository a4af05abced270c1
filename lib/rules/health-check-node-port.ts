import { fields, itemsAt } from '../manifest';
import { fault, type Rule } from './rule';
import { isNodePort, NODE_PORTS, servicesOf } from './services';

export const healthCheckNodePort: Rule = {
  id: 'health-check-node-port',
  severity: 'error',
  summary: 'A port for health checks is a free node port, on a Service that sends traffic to its own node alone.',
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy',
  *check(set) {
    for (const { manifest, spec, type } of servicesOf(set)) {
      const { healthCheckNodePort: port, externalTrafficPolicy } = spec;
      if (!port) continue;
      const where = { path: 'spec.healthCheckNodePort', value: port };
      if (type !== 'LoadBalancer' || externalTrafficPolicy !== 'Local') {
        const must = 'must not be set unless the type is LoadBalancer and externalTrafficPolicy is Local';
        yield fault(manifest, where, must, 'leave it out');
      } else if (!isNodePort(port)) {
        const must = `must be from ${NODE_PORTS.first} to ${NODE_PORTS.last}`;
        yield fault(manifest, where, must, 'leave it out and let the cluster choose');
      } else if (itemsAt(manifest, 'spec', 'ports').some(({ value }) => fields(value).nodePort === port)) {
        yield fault(manifest, where, 'must not be the nodePort of a port', 'leave it out and let the cluster choose');
      }
    }
  },
};
