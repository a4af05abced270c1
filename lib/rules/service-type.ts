import { at, fields } from '../manifest';
import { oneOfFaults } from './one-of';
import { type Fault, fault, type Rule } from './rule';
import { isExternallyAccessible, SERVICE_TYPES, type Service, SOURCE_RANGES_ANNOTATION, servicesOf } from './services';

const LOAD_BALANCER = ['LoadBalancer'];
const OUTSIDE = ['NodePort', 'LoadBalancer'];
const WITH_ADDRESS = ['ClusterIP', 'NodePort', 'LoadBalancer'];

/** The types of Service that a field is for. */
const TYPES_OF_FIELD: Readonly<Record<string, readonly string[]>> = {
  allocateLoadBalancerNodePorts: LOAD_BALANCER,
  loadBalancerClass: LOAD_BALANCER,
  loadBalancerSourceRanges: LOAD_BALANCER,
  externalTrafficPolicy: OUTSIDE,
  clusterIP: WITH_ADDRESS,
  clusterIPs: WITH_ADDRESS,
  ipFamilies: WITH_ADDRESS,
  ipFamilyPolicy: WITH_ADDRESS,
};

/** Of these, empty text counts as text: the API server tells it from nothing. */
const SET_IF_EMPTY = ['loadBalancerClass', 'ipFamilyPolicy'];

export const serviceType: Rule = {
  id: 'service-type',
  severity: 'error',
  summary: 'A Service is of a type that Kubernetes knows, and has only the fields that its type takes.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec',
  *check(set) {
    for (const service of servicesOf(set)) {
      if (SERVICE_TYPES.includes(service.type as string)) yield* fieldFaults(service, set.settings.kubernetes);
      else yield* oneOfFaults(service.manifest, { path: 'spec.type', value: service.type }, SERVICE_TYPES);
    }
  },
};

function* fieldFaults(service: Service, minor: number): Iterable<Fault> {
  const { manifest, spec, type, isHeadless } = service;
  for (const [field, types] of Object.entries(TYPES_OF_FIELD)) {
    if (types.includes(type as string) || !isSet(field, spec[field])) continue;
    if (field === 'externalTrafficPolicy' && isExternallyAccessible(service, minor)) continue;
    yield fault(
      manifest,
      { path: `spec.${field}`, value: spec[field] },
      `must not be set on a Service of type ${type}`,
      `leave ${field} out, or make the Service ${types.join(' or ')}`,
    );
  }
  const ranges = fields(at(manifest, 'metadata', 'annotations'))[SOURCE_RANGES_ANNOTATION];
  if (
    ranges !== undefined &&
    type !== 'LoadBalancer' &&
    !isSet('loadBalancerSourceRanges', spec.loadBalancerSourceRanges)
  ) {
    yield fault(
      manifest,
      { path: `metadata.annotations[${SOURCE_RANGES_ANNOTATION}]`, value: ranges },
      `must not be set on a Service of type ${type}`,
      'leave the annotation out, or make the Service LoadBalancer',
    );
  }
  if (isHeadless && OUTSIDE.includes(type as string)) {
    yield fault(
      manifest,
      { path: 'spec.clusterIP', value: spec.clusterIP },
      `must not be None on a Service of type ${type}`,
      'leave headless out, or leave the type out',
    );
  }
}

function isSet(field: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value != null && (value !== '' || SET_IF_EMPTY.includes(field));
}
