import { oneOfFaults } from './one-of';
import type { Rule } from './rule';
import { servicesOf } from './services';

/** Before, the API server drops the field, whatever it says. */
const SINCE = 31;
const MORE_SINCE = 34;

export const trafficDistribution: Rule = {
  id: 'traffic-distribution',
  severity: 'error',
  summary: 'Traffic of a Service is distributed in a way that the version of Kubernetes knows.',
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution',
  *check(set) {
    const { kubernetes } = set.settings;
    if (kubernetes < SINCE) return;
    const known = ['PreferClose', ...(kubernetes >= MORE_SINCE ? ['PreferSameZone', 'PreferSameNode'] : [])];
    for (const { manifest, spec } of servicesOf(set)) {
      yield* oneOfFaults(manifest, { path: 'spec.trafficDistribution', value: spec.trafficDistribution }, known);
    }
  },
};
