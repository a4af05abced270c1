import { fields, itemsAt } from '../manifest';
import { DNS_SUBDOMAIN } from '../names';
import { ingressesOf } from './ingresses';
import { fault, type Rule } from './rule';

export const ingressTls: Rule = {
  id: 'ingress-tls',
  severity: 'error',
  summary: 'An Ingress names the Secret of its certificate by a name that a Secret can have.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  *check(set) {
    for (const ingress of ingressesOf(set)) {
      for (const { path, value } of itemsAt(ingress, 'spec', 'tls')) {
        const { secretName } = fields(value);
        if (!secretName || DNS_SUBDOMAIN.matches(String(secretName))) continue;
        const where = { path: `${path}.secretName`, value: secretName };
        yield fault(ingress, where, `must be ${DNS_SUBDOMAIN.description}`, 'write the name of the Secret');
      }
    }
  },
};
