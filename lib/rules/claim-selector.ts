import { claimsOf } from './claims';
import { labelSelectorFaults } from './label-selector';
import type { Rule } from './rule';

export const claimSelector: Rule = {
  id: 'claim-selector',
  severity: 'error',
  summary: 'The selector of a claim asks for labels of volumes in a form that Kubernetes takes.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#selector',
  *check(set) {
    for (const { manifest, path, spec } of claimsOf(set)) {
      yield* labelSelectorFaults(manifest, { path: `${path}.selector`, value: spec.selector });
    }
  },
};
