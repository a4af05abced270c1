import { items, itemsAt } from '../manifest';
import { ipAddressFault, isIpv4, parseIpAddress } from './ip-address';
import { type Fault, fault, type Rule } from './rule';
import { type Service, servicesOf } from './services';

const CHOOSE = 'leave clusterIP and clusterIPs out: the cluster chooses';

/** Whether an address is one of the cluster, and still free, only the cluster knows. */
export const clusterIp: Rule = {
  id: 'cluster-ip',
  severity: 'error',
  summary:
    'The addresses of a Service are IP addresses, at most one a family, or None; clusterIP is the first of them.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#choosing-your-own-ip-address',
  *check(set) {
    for (const service of servicesOf(set)) {
      if (service.type === 'ExternalName') continue;
      yield* firstFaults(service);
      yield* addressFaults(service, set.settings.kubernetes);
    }
  },
};

function* firstFaults({ manifest, spec }: Service): Iterable<Fault> {
  const first = items(spec.clusterIPs)[0];
  if (first === undefined || first === (spec.clusterIP || undefined)) return;
  const where = { path: 'spec.clusterIP', value: spec.clusterIP };
  yield fault(manifest, where, 'must be the first of clusterIPs, where these are set', `write ${first}, or ${CHOOSE}`);
}

function* addressFaults({ manifest, spec, clusterIps, isHeadless }: Service, minor: number): Iterable<Fault> {
  if (isHeadless) return;
  const several = itemsAt(manifest, 'spec', 'clusterIPs');
  const addresses = several.length > 0 ? several : clusterIps.map((value) => ({ path: 'spec.clusterIP', value }));
  for (const { path, value } of addresses) {
    const must = ipAddressFault(String(value ?? ''), minor);
    if (must !== undefined) yield fault(manifest, { path, value }, `${must}, or None alone`, CHOOSE);
  }
  const families = addresses.map(({ value }) => familyOf(value));
  if (new Set(families).size < families.length && !families.includes(undefined)) {
    const where = { path: 'spec.clusterIPs', value: spec.clusterIPs };
    yield fault(manifest, where, 'must hold one address of IPv4, one of IPv6, or one of each', CHOOSE);
  }
}

function familyOf(address: unknown): string | undefined {
  const parsed = parseIpAddress(String(address ?? ''));
  return parsed === undefined ? undefined : isIpv4(parsed) ? 'IPv4' : 'IPv6';
}
