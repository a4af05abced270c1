import { at } from '../manifest';
import { integerFault } from './integer';
import { oneOfOrEmptyFaults } from './one-of';
import { fault, type Rule } from './rule';
import { servicesOf } from './services';

const DAY_SECONDS = 86_400;
const KINDS = ['ClientIP', 'None'];

export const sessionAffinity: Rule = {
  id: 'session-affinity',
  severity: 'error',
  summary: 'Session affinity goes by the address of the client or is None, and lasts from 1 second to 1 day.',
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-stickiness-timeout',
  *check(set) {
    for (const { manifest, spec } of servicesOf(set)) {
      yield* oneOfOrEmptyFaults(manifest, { path: 'spec.sessionAffinity', value: spec.sessionAffinity }, KINDS);
      // With None, the API server drops what is configured.
      if (spec.sessionAffinity !== 'ClientIP') continue;
      const path = ['spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'];
      const timeout = { path: path.join('.'), value: at(manifest, ...path) ?? undefined };
      const must = integerFault(timeout, 1, DAY_SECONDS);
      if (must !== undefined) yield fault(manifest, timeout, must, 'keep clients for 1 second to 1 day');
    }
  },
};
