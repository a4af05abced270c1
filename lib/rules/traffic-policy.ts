import { oneOfFaults, oneOfOrEmptyFaults } from './one-of';
import type { Rule } from './rule';
import { servicesOf } from './services';

const POLICIES = ['Cluster', 'Local'];

export const trafficPolicy: Rule = {
  id: 'traffic-policy',
  severity: 'error',
  summary: 'Traffic of a Service goes to the pods of the whole Cluster, or to those of the Local node.',
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies',
  *check(set) {
    for (const { manifest, spec } of servicesOf(set)) {
      const external = { path: 'spec.externalTrafficPolicy', value: spec.externalTrafficPolicy };
      const internal = { path: 'spec.internalTrafficPolicy', value: spec.internalTrafficPolicy };
      yield* oneOfOrEmptyFaults(manifest, external, POLICIES);
      yield* oneOfFaults(manifest, internal, POLICIES);
    }
  },
};
