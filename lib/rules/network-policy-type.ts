import { at, items, itemsAt } from '../manifest';
import { networkPoliciesOf } from './network-policies';
import { oneOfFaults } from './one-of';
import { fault, type Rule } from './rule';

const TYPES = ['Ingress', 'Egress'];

export const networkPolicyType: Rule = {
  id: 'network-policy-type',
  severity: 'error',
  summary: 'A network policy is for Ingress, for Egress, or for both.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  *check(set) {
    for (const policy of networkPoliciesOf(set)) {
      for (const { path, value } of itemsAt(policy, 'spec', 'policyTypes')) {
        yield* oneOfFaults(policy, { path, value: value ?? '' }, TYPES);
      }
      const types = at(policy, 'spec', 'policyTypes');
      if (items(types).length <= TYPES.length) continue;
      const where = { path: 'spec.policyTypes', value: types };
      yield fault(policy, where, `must hold at most ${TYPES.length}`, 'write each type once');
    }
  },
};
