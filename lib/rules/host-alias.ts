import { DNS_SUBDOMAIN } from '../names';
import { ipAddressFault } from './ip-address';
import { child, childItems } from './located';
import { podItems } from './pod-field';
import { podsWith } from './pods';
import { fault, type Rule } from './rule';
import { formatFaults } from './value';

export const hostAlias: Rule = {
  id: 'host-alias',
  severity: 'error',
  summary: 'An entry of /etc/hosts has an IP address, and hostnames that are DNS names.',
  source: 'https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/',
  *check(set) {
    for (const pod of podsWith(set, 'hostAliases')) {
      for (const alias of podItems(pod, 'hostAliases')) {
        const ip = child(alias, 'ip');
        const must = ipAddressFault(String(ip.value ?? ''), set.settings.kubernetes);
        if (must !== undefined) yield fault(pod.manifest, ip, must, "write an address, such as '10.1.2.3'");
        for (const hostname of childItems(alias, 'hostnames')) {
          yield* formatFaults(pod.manifest, hostname, DNS_SUBDOMAIN, "write a name, such as 'db.local'");
        }
      }
    }
  },
};
