import { fields } from '../manifest';
import { networkPoliciesOf, peersOf } from './network-policies';
import { fault, type Rule } from './rule';

export const networkPolicyPeer: Rule = {
  id: 'network-policy-peer',
  severity: 'error',
  summary: 'A peer of a network policy is pods of namespaces, or else a range of IP addresses.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  *check(set) {
    for (const policy of networkPoliciesOf(set)) {
      for (const peer of peersOf(policy)) {
        const { podSelector, namespaceSelector, ipBlock } = fields(peer.value);
        const selects = podSelector != null || namespaceSelector != null;
        if (!selects && ipBlock == null) {
          const fix = 'write podSelector: {} for all pods of the namespace, or leave the whole list out for everyone';
          yield fault(policy, peer, 'must have a podSelector, a namespaceSelector or an ipBlock', fix);
        } else if (selects && ipBlock != null) {
          const fix = 'make the ipBlock an item of its own';
          yield fault(policy, peer, 'must not have an ipBlock beside a selector', fix);
        }
      }
    }
  },
};
