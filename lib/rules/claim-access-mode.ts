import { items, locatedItems } from '../manifest';
import { claimsOf } from './claims';
import { oneOfFaults } from './one-of';
import { fault, type Rule } from './rule';

const ALONE = 'ReadWriteOncePod';
const MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', ALONE];

export const claimAccessMode: Rule = {
  id: 'claim-access-mode',
  severity: 'error',
  summary: `A claim says how its volume is mounted, and ${ALONE} stands alone.`,
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  *check(set) {
    for (const { manifest, path, spec } of claimsOf(set)) {
      const modes = { path: `${path}.accessModes`, value: spec.accessModes };
      const known = items(modes.value).filter((mode) => MODES.includes(mode as string));
      if (items(modes.value).length === 0) {
        yield fault(manifest, modes, 'must hold at least one access mode', 'write [ReadWriteOnce]');
      }
      for (const mode of locatedItems(modes)) {
        yield* oneOfFaults(manifest, { path: mode.path, value: mode.value ?? '' }, MODES);
      }
      if (known.includes(ALONE) && known.some((mode) => mode !== ALONE)) {
        yield fault(manifest, modes, `must not hold ${ALONE} beside another mode`, `remove ${ALONE}, or the others`);
      }
    }
  },
};
