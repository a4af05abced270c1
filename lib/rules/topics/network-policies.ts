import { ipBlock } from '../ip-block';
import { networkPolicyPeer } from '../network-policy-peer';
import { networkPolicyPort } from '../network-policy-port';
import { networkPolicySelector } from '../network-policy-selector';
import { networkPolicyType } from '../network-policy-type';
import type { Rule } from '../rule';

/** Rules on NetworkPolicies. */
export const RULES: readonly Rule[] = [
  networkPolicyType,
  networkPolicySelector,
  networkPolicyPeer,
  networkPolicyPort,
  ipBlock,
];
