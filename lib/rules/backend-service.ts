import { nameOf } from '../manifest';
import { backendsIn } from './backends';
import { nearby } from './nearby';
import { fault, type Rule } from './rule';
import { isTypo } from './typo';

export const backendService: Rule = {
  id: 'backend-service',
  severity: 'warning',
  summary: 'An Ingress or a route leads to a Service that is there. Told where one of nearly that name is.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  *check(set) {
    for (const { manifest, name, namespace } of backendsIn(set)) {
      const place = typeof namespace === 'string' ? { metadata: { namespace } } : manifest;
      if (set.find('Service', name.value, place) !== undefined) continue;
      const meant = nearby(set, 'Service', place).find((each) => isTypo(name.value, nameOf(each)));
      if (meant === undefined) continue;
      yield fault(
        manifest,
        name,
        'must be a Service that is there, or requests end in an error',
        `write ${nameOf(meant)}`,
      );
    }
  },
};
