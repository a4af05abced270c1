import { fields, itemsAt, type Located, type Manifest } from '../manifest';
import { type IpRange, ipRangeFault, isInRange, parseIpRange } from './ip-address';
import { networkPoliciesOf, peersOf } from './network-policies';
import { type Fault, fault, type Rule } from './rule';

export const ipBlock: Rule = {
  id: 'ip-block',
  severity: 'error',
  summary: 'An IP block is a range in CIDR notation, less smaller ones inside it.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec',
  *check(set) {
    for (const policy of networkPoliciesOf(set)) {
      for (const { path, value } of peersOf(policy)) {
        const block = { path: `${path}.ipBlock`, value: fields(value).ipBlock };
        if (block.value != null) yield* blockFaults(policy, block, set.settings.kubernetes);
      }
    }
  },
};

function* blockFaults(policy: Manifest, { path, value }: Located, minor: number): Iterable<Fault> {
  const cidr = { path: `${path}.cidr`, value: fields(value).cidr };
  const text = String(cidr.value ?? '');
  const must = ipRangeFault(text, minor);
  if (must !== undefined) yield fault(policy, cidr, must, "write a range such as '10.0.0.0/8'");

  const outer = parseIpRange(text);
  for (const item of itemsAt(value, 'except')) {
    const except = { path: `${path}.${item.path}`, value: item.value };
    const mustExcept =
      ipRangeFault(String(except.value ?? ''), minor) ??
      (isInside(parseIpRange(String(except.value)), outer) ? undefined : `must be a smaller range inside ${text}`);
    if (mustExcept !== undefined) yield fault(policy, except, mustExcept, `write a part of the range ${text}`);
  }
}

function isInside(inner: IpRange | undefined, outer: IpRange | undefined): boolean {
  if (inner === undefined || outer === undefined) return true;
  return isInRange(inner.first, outer) && inner.prefixLength > outer.prefixLength;
}
