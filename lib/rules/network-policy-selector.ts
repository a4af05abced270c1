import { at, fields } from '../manifest';
import { labelSelectorFaults } from './label-selector';
import { networkPoliciesOf, peersOf } from './network-policies';
import type { Rule } from './rule';

export const networkPolicySelector: Rule = {
  id: 'network-policy-selector',
  severity: 'error',
  summary: 'A selector of a network policy asks for labels in a form that Kubernetes takes.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  *check(set) {
    for (const policy of networkPoliciesOf(set)) {
      yield* labelSelectorFaults(policy, { path: 'spec.podSelector', value: at(policy, 'spec', 'podSelector') });
      for (const { path, value } of peersOf(policy)) {
        for (const field of ['podSelector', 'namespaceSelector']) {
          yield* labelSelectorFaults(policy, { path: `${path}.${field}`, value: fields(value)[field] });
        }
      }
    }
  },
};
