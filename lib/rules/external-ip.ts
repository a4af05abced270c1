import { itemsAt } from '../manifest';
import { type IpAddress, ipAddressFault, isInRange, parseIpAddress, parseIpRange } from './ip-address';
import { fault, type Rule } from './rule';
import { servicesOf } from './services';

/** Where no Service can be reached from outside. `ff.2::` is link-local in each of its forms. */
const SPECIAL: Readonly<Record<string, string>> = {
  '0.0.0.0/32': 'the unspecified address',
  '::/128': 'the unspecified address',
  '127.0.0.0/8': 'a loopback address',
  '::1/128': 'a loopback address',
  '169.254.0.0/16': 'a link-local address',
  'fe80::/10': 'a link-local address',
  '224.0.0.0/24': 'a link-local multicast address',
  ...Object.fromEntries(
    Array.from({ length: 16 }, (_, flags) => [`ff${flags.toString(16)}2::/16`, 'a link-local multicast address']),
  ),
};
/** Read when an address is looked at, which is seldom. */
const ranges = () => Object.entries(SPECIAL).map(([range, name]) => ({ range: parseIpRange(range), name }));

export const externalIp: Rule = {
  id: 'external-ip',
  severity: 'error',
  summary: 'An external IP of a Service is an address that can be reached from outside.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
  *check(set) {
    for (const { manifest } of servicesOf(set)) {
      for (const { path, value } of itemsAt(manifest, 'spec', 'externalIPs')) {
        const text = String(value ?? '');
        const special = specialName(parseIpAddress(text));
        const must =
          ipAddressFault(text, set.settings.kubernetes) ??
          (special === undefined ? undefined : `must not be ${special}`);
        if (must !== undefined)
          yield fault(manifest, { path, value }, must, 'write an address that is routed to a node');
      }
    }
  },
};

function specialName(address: IpAddress | undefined): string | undefined {
  if (address === undefined) return undefined;
  return ranges().find(({ range }) => range !== undefined && isInRange(address, range))?.name;
}
