import type { ManifestSet } from './manifest-set';
import { onceASet } from './once-a-set';

/** What the objects of a set, and around it, say: their kinds, and the names of all their fields. */
export const wordsIn: (set: ManifestSet) => ReadonlySet<string> = onceASet((set) => {
  const words = new Set<string>(set.around === undefined ? [] : wordsIn(set.around));
  for (const manifest of set.manifests) {
    words.add(String(manifest.kind));
    addNames(manifest, words);
  }
  return words;
});

function addNames(value: unknown, words: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) addNames(item, words);
    return;
  }
  for (const name of Object.keys(value)) {
    words.add(name);
    addNames((value as Readonly<Record<string, unknown>>)[name], words);
  }
}
