import { type Manifest, namespaceOf } from '../manifest';
import type { ManifestSet } from './manifest-set';

/** Among more objects than this, a name that is near says little, and looking takes long. */
const MOST = 200;

/**
 * The objects of a kind that something in the place of an object may have meant: those of its namespace. What stands in
 * another folder is nearby only where the namespace is said; nothing where there are too many to tell.
 */
export function nearby(set: ManifestSet, kind: string, place: Manifest): readonly Manifest[] {
  const found = widest(set, place).neighbours(kind, place);
  return found.length <= MOST ? found : [];
}

/**
 * The objects of a kind and a name that something in the place of an object surely means; several where other files hold
 * alternatives of it. Nothing where they are not sure to be applied together.
 */
export function namedHere(set: ManifestSet, kind: string, name: unknown, place: Manifest): readonly Manifest[] {
  const found = set.namesakes(kind, name).filter((each) => namespaceOf(each) === namespaceOf(place));
  return namespaceOf(place) !== undefined || found.some((each) => set.holds(each)) ? found : [];
}

function widest(set: ManifestSet, place: Manifest): ManifestSet {
  return namespaceOf(place) === undefined ? set : (set.around ?? set);
}
