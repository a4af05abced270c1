import { type Fields, fields, items, type Manifest } from '../manifest';
import { isInteger } from './integer';
import { objectsOf } from './objects';
import { onceASet } from './once-a-set';

/** A Service, with the defaults that its other fields depend on. */
export interface Service {
  readonly manifest: Manifest;
  readonly spec: Fields;
  readonly type: unknown;
  /** What stands in clusterIPs, or else in clusterIP. */
  readonly clusterIps: readonly unknown[];
  readonly isHeadless: boolean;
}

export const SERVICE_TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];

/** What loadBalancerSourceRanges was before it was a field; it counts where the field is not set. */
export const SOURCE_RANGES_ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** What the API server gives away, where the cluster does not set --service-node-port-range. */
export const NODE_PORTS = { first: 30000, last: 32767 };

/** The Services of a set. */
export const servicesOf = onceASet((set): readonly Service[] => {
  return objectsOf(set, 'v1', 'Service').map((manifest) => {
    const spec = fields(manifest.spec);
    const several = items(spec.clusterIPs);
    const clusterIps = several.length === 0 && spec.clusterIP ? [spec.clusterIP] : several;
    const isHeadless = clusterIps.length === 1 && clusterIps[0] === 'None';
    return { manifest, spec, type: spec.type || 'ClusterIP', clusterIps, isHeadless };
  });
});

/** Whether a Service takes traffic from outside the cluster, as apiservice.ExternallyAccessible says. */
export function isExternallyAccessible({ spec, type }: Service, minor: number): boolean {
  if (type === 'NodePort' || type === 'LoadBalancer') return true;
  return minor >= 29 && type === 'ClusterIP' && items(spec.externalIPs).length > 0;
}

export function isNodePort(value: unknown): boolean {
  return isInteger(value, NODE_PORTS.first, NODE_PORTS.last);
}
