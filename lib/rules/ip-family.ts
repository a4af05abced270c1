import { fields, items, itemsAt } from '../manifest';
import { isIpv4, parseIpAddress } from './ip-address';
import { oneOfFaults } from './one-of';
import { type Fault, fault, type Rule } from './rule';
import { type Service, servicesOf } from './services';

const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'];

/** Which families a cluster has, only the cluster knows. */
export const ipFamily: Rule = {
  id: 'ip-family',
  severity: 'error',
  summary:
    'A Service names each IP family once, in the order of its addresses, and both only where its policy allows two.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services',
  *check(set) {
    for (const service of servicesOf(set)) {
      if (service.type === 'ExternalName') continue;
      yield* familyFaults(service);
      yield* policyFaults(service);
    }
  },
};

function* familyFaults({ manifest, clusterIps }: Service): Iterable<Fault> {
  const seen = new Set<unknown>();
  for (const [index, { path, value }] of itemsAt(manifest, 'spec', 'ipFamilies').entries()) {
    if (!FAMILIES.includes(value as string)) {
      yield* oneOfFaults(manifest, { path, value: value ?? '' }, FAMILIES);
      continue;
    }
    if (seen.has(value)) yield fault(manifest, { path, value }, 'must stand once', 'remove one of the two');
    seen.add(value);
    const address = parseIpAddress(String(clusterIps[index] ?? ''));
    if (address !== undefined && isIpv4(address) !== (value === 'IPv4')) {
      const must = `must be the family of the address at its place, ${clusterIps[index]}`;
      yield fault(manifest, { path, value }, must, 'leave ipFamilies out, or the addresses');
    }
  }
}

function* policyFaults({ manifest, spec, clusterIps, isHeadless }: Service): Iterable<Fault> {
  const policy = { path: 'spec.ipFamilyPolicy', value: spec.ipFamilyPolicy };
  if (policy.value != null && !POLICIES.includes(policy.value as string)) {
    yield* oneOfFaults(manifest, policy, POLICIES);
    return;
  }
  // What stands behind no pods may be of any family: the API server then takes it for dual-stack.
  const isFree = isHeadless && Object.keys(fields(spec.selector)).length === 0;
  const meant = policy.value ?? (isFree ? 'RequireDualStack' : 'SingleStack');
  if (meant === 'SingleStack' && (clusterIps.length === 2 || items(spec.ipFamilies).length === 2)) {
    const must = 'must be PreferDualStack or RequireDualStack where there are two addresses or families';
    yield fault(manifest, policy, must, 'write PreferDualStack, or one family');
  }
}
