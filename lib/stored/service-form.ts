import { type Fields, fields, items, type Manifest } from '../manifest';
import { withDefaults } from './form';

/** What the server gives out where nobody asked for one. */
export const ALLOCATED: readonly string[] = [
  'clusterIP',
  'clusterIPs',
  'ipFamilies',
  'ipFamilyPolicy',
  'healthCheckNodePort',
];

/** A Service as the server stores it, but for addresses and ports that it gives out. */
export function serviceForm(service: Manifest): Manifest {
  const said = fields(service.spec);
  const spec = withDefaults(said, { type: 'ClusterIP', sessionAffinity: 'None' });
  const isReachable = spec.type === 'NodePort' || spec.type === 'LoadBalancer';
  const usual = {
    internalTrafficPolicy: spec.type === 'ExternalName' ? undefined : 'Cluster',
    externalTrafficPolicy: isReachable ? 'Cluster' : undefined,
    allocateLoadBalancerNodePorts: spec.type === 'LoadBalancer' ? true : undefined,
    sessionAffinityConfig: spec.sessionAffinity === 'ClientIP' ? { clientIP: { timeoutSeconds: 10_800 } } : undefined,
  };
  // Headless is said; any other address is the server's.
  const own = Object.entries(withDefaults(spec, usual)).filter(
    ([key]) => !ALLOCATED.includes(key) || said[key] === 'None',
  );
  const clusterIP = said.clusterIP === 'None' ? { clusterIP: 'None' } : {};
  const ports = items(said.ports).map((port) => portForm(fields(port)));
  return { ...service, spec: { ...Object.fromEntries(own), ...clusterIP, ports } };
}

function portForm(port: Fields): Fields {
  const { nodePort: _, ...rest } = withDefaults(port, { protocol: 'TCP', targetPort: port.port });
  return rest;
}
