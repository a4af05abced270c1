import { at, isKind } from '../manifest';
import { integerFault } from './integer';
import { fault, type Rule } from './rule';

const DAY_SECONDS = 86_400;

export const sessionAffinity: Rule = {
  id: 'session-affinity',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-stickiness-timeout',
  *check(manifests) {
    for (const manifest of manifests.filter((each) => isKind(each, 'Service'))) {
      const path = ['spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'];
      const timeout = { path: path.join('.'), value: at(manifest, ...path) };
      const must = integerFault(timeout, 1, DAY_SECONDS);
      if (must !== undefined) yield fault(manifest, timeout, must, 'keep clients for 1 second to 1 day');
    }
  },
};
