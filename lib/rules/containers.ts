import type { Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { type Container, containersOf, podsOf } from './pods';

/** A container, and the object that describes it. */
export interface OwnedContainer extends Container {
  readonly manifest: Manifest;
}

const found = new WeakMap<ManifestSet, readonly OwnedContainer[]>();

/** Every container that the objects of a set describe, looked for once for all rules. */
export function containersIn(set: ManifestSet): readonly OwnedContainer[] {
  const known = found.get(set) ?? podsOf(set).flatMap(ownedBy);
  found.set(set, known);
  return known;
}

function ownedBy(pod: Container['pod']): OwnedContainer[] {
  return containersOf(pod).map((container) => ({ ...container, manifest: pod.manifest }));
}
