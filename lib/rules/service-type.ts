import { fields, isKind } from '../manifest';
import { fault, type Rule } from './rule';

const LOAD_BALANCER = ['LoadBalancer'];
const OUTSIDE = ['NodePort', 'LoadBalancer'];

/** The types of Service that a field is for. */
const TYPES_OF_FIELD: Readonly<Record<string, readonly string[]>> = {
  allocateLoadBalancerNodePorts: LOAD_BALANCER,
  loadBalancerClass: LOAD_BALANCER,
  loadBalancerSourceRanges: LOAD_BALANCER,
  externalTrafficPolicy: OUTSIDE,
};

export const serviceType: Rule = {
  id: 'service-type',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec',
  *check(manifests) {
    for (const manifest of manifests.filter((each) => isKind(each, 'Service'))) {
      const spec = fields(manifest.spec);
      const type = String(spec.type ?? 'ClusterIP');
      for (const [field, types] of Object.entries(TYPES_OF_FIELD)) {
        if (spec[field] === undefined || types.includes(type)) continue;
        yield fault(
          manifest,
          { path: `spec.${field}`, value: spec[field] },
          `must not be set on a Service of type ${type}`,
          `leave ${field} out, or make the Service ${types.join(' or ')}`,
        );
      }
      if (spec.clusterIP === 'None' && type !== 'ClusterIP') {
        yield fault(
          manifest,
          { path: 'spec.clusterIP', value: spec.clusterIP },
          `must not be None on a Service of type ${type}`,
          'leave headless out, or leave the type out',
        );
      }
    }
  },
};
