import { fields, itemsAt, type Located, type Manifest } from '../manifest';
import { DNS_SUBDOMAIN, WILDCARD_DNS_SUBDOMAIN } from '../names';
import { ingressesOf } from './ingresses';
import { parseIpAddress } from './ip-address';
import { type Fault, fault, type Rule } from './rule';

export const ingressHost: Rule = {
  id: 'ingress-host',
  severity: 'error',
  summary: "A host of an Ingress is a DNS name, in which '*' may stand for the first part.",
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards',
  *check(set) {
    for (const ingress of ingressesOf(set)) {
      for (const { path, value } of itemsAt(ingress, 'spec', 'rules')) {
        const host = { path: `${path}.host`, value: fields(value).host };
        if (!host.value) continue;
        yield* hostFaults(ingress, host);
        if (parseIpAddress(String(host.value)) === undefined) continue;
        yield fault(ingress, host, 'must be a DNS name, not an IP address', 'leave host out to take every host');
      }
      for (const { path, value } of itemsAt(ingress, 'spec', 'tls')) {
        for (const host of itemsAt(value, 'hosts')) {
          yield* hostFaults(ingress, { ...host, path: `${path}.${host.path}` });
        }
      }
    }
  },
};

function* hostFaults(ingress: Manifest, host: Located): Iterable<Fault> {
  const text = String(host.value ?? '');
  const format = text.includes('*') ? WILDCARD_DNS_SUBDOMAIN : DNS_SUBDOMAIN;
  if (format.matches(text)) return;
  const fix = "write the name alone, without scheme, port or path: 'models.example.com'";
  yield fault(ingress, host, `must be ${format.description}`, fix);
}
