import { append } from '../grouped';
import type { Located, Manifest } from '../manifest';
import { type Mismatch, type Structure, structureOf } from '../schema/structure';
import type { ManifestSet } from './manifest-set';
import { onceASet } from './once-a-set';

/** A value, and the object that it stands in. */
export interface OwnedLeaf extends Located {
  readonly manifest: Manifest;
}

/** What in the objects of a set does not fit their kinds. */
export const mismatchesIn = onceASet((set): readonly (readonly [Manifest, Mismatch])[] =>
  structuresIn(set).flatMap(([manifest, { mismatches }]) => mismatches.map((each) => [manifest, each] as const)),
);

/** Every value of a set that is of one of these types. */
export function leavesIn(set: ManifestSet, type: 'quantity' | 'time' | 'base64'): readonly OwnedLeaf[] {
  return leavesByType(set).get(type) ?? [];
}

/** Types of text that has a form: rules look at each of them. */
const FORMS = new Set(['quantity', 'time', 'base64']);

const structuresIn = onceASet((set): readonly (readonly [Manifest, Structure])[] =>
  set.manifests.map((manifest) => [manifest, structureOf(manifest, set.settings.kubernetes, FORMS)]),
);

const leavesByType = onceASet((set): ReadonlyMap<string, readonly OwnedLeaf[]> => {
  const byType = new Map<string, OwnedLeaf[]>();
  for (const [manifest, { leaves }] of structuresIn(set)) {
    for (const { type, path, value } of leaves) {
      append(byType, type, { manifest, path, value });
    }
  }
  return byType;
});
