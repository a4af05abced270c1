import { fields, type Located, type Manifest } from '../manifest';
import { integerFault } from './integer';
import { networkPoliciesOf, policyPortsOf } from './network-policies';
import { isPortNumberOrName, protocolFaults } from './port';
import { type Fault, fault, type Rule } from './rule';

export const networkPolicyPort: Rule = {
  id: 'network-policy-port',
  severity: 'error',
  summary: 'A port of a network policy is a number or a name, and only a number can begin a range.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports',
  *check(set) {
    for (const policy of networkPoliciesOf(set)) {
      for (const port of policyPortsOf(policy)) yield* portFaults(policy, port);
    }
  },
};

function* portFaults(policy: Manifest, { path, value }: Located): Iterable<Fault> {
  const { port, endPort, protocol } = fields(value);
  yield* protocolFaults(policy, path, protocol ?? undefined);
  if (port != null && !isPortNumberOrName(port)) {
    const where = { path: `${path}.port`, value: port };
    const must = 'must be a port from 1 to 65535, or the name of a container port';
    yield fault(policy, where, must, 'write the port that the pods listen on');
  }
  if (endPort == null) return;
  const where = { path: `${path}.endPort`, value: endPort };
  if (typeof port !== 'number') {
    const fix = 'leave endPort out, or write the number of the first port';
    yield fault(policy, where, 'must not be set where port is not a number', fix);
    return;
  }
  const must = integerFault(where, Math.max(port, 1), 65535);
  if (must !== undefined) yield fault(policy, where, must, 'write the last port of the range');
}
