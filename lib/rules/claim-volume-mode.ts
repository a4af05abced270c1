import { claimsOf } from './claims';
import { oneOfFaults } from './one-of';
import type { Rule } from './rule';

const MODES = ['Filesystem', 'Block'];

export const claimVolumeMode: Rule = {
  id: 'claim-volume-mode',
  severity: 'error',
  summary: 'The volume of a claim is a file system or a block device.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-mode',
  *check(set) {
    for (const { manifest, path, spec } of claimsOf(set)) {
      yield* oneOfFaults(manifest, { path: `${path}.volumeMode`, value: spec.volumeMode }, MODES);
    }
  },
};
