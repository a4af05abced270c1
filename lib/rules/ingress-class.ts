import { at, fields } from '../manifest';
import { DNS_SUBDOMAIN } from '../names';
import { ingressesOf } from './ingresses';
import { fault, type Rule } from './rule';

/** What ingressClassName was before it was a field. */
const ANNOTATION = 'kubernetes.io/ingress.class';

export const ingressClass: Rule = {
  id: 'ingress-class',
  severity: 'error',
  summary: 'An Ingress names its class in one way, by a name that a class can have.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation',
  *check(set) {
    for (const ingress of ingressesOf(set)) {
      const name = at(ingress, 'spec', 'ingressClassName');
      if (name == null) continue;
      if (!DNS_SUBDOMAIN.matches(String(name))) {
        const where = { path: 'spec.ingressClassName', value: name };
        yield fault(ingress, where, `must be ${DNS_SUBDOMAIN.description}`, 'write the name of an IngressClass');
      }
      const annotation = fields(at(ingress, 'metadata', 'annotations'))[ANNOTATION];
      if (annotation === undefined || annotation === name) continue;
      const where = { path: `metadata.annotations[${ANNOTATION}]`, value: annotation };
      yield fault(ingress, where, `must be what ingressClassName says, '${name}'`, 'remove the annotation');
    }
  },
};
