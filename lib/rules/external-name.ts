import { DNS_SUBDOMAIN } from '../names';
import { fault, type Rule } from './rule';
import { servicesOf } from './services';

export const externalName: Rule = {
  id: 'external-name',
  severity: 'error',
  summary: 'A Service of type ExternalName says which DNS name it is an alias of.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  *check(set) {
    for (const { manifest, spec, type } of servicesOf(set)) {
      if (type !== 'ExternalName') continue;
      const { externalName: name } = spec;
      // A dot at its end says that the name is a whole one.
      if (typeof name === 'string' && DNS_SUBDOMAIN.matches(name.replace(/\.$/, ''))) continue;
      yield fault(
        manifest,
        { path: 'spec.externalName', value: name },
        `must be ${DNS_SUBDOMAIN.description}`,
        "write a DNS name without scheme, port or path: 'models.example.com'",
      );
    }
  },
};
