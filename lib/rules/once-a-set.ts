import type { ManifestSet } from './manifest-set';

/** What rules look for in a set, looked for once for all of them. */
export function onceASet<Found>(find: (set: ManifestSet) => Found): (set: ManifestSet) => Found {
  const known = new WeakMap<ManifestSet, { readonly found: Found }>();
  return (set) => {
    const before = known.get(set) ?? { found: find(set) };
    known.set(set, before);
    return before.found;
  };
}
