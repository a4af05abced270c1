import { dirname } from 'node:path';
import { groupedBy } from '../grouped';
import { type ReadManifest, writtenAt } from '../read/read';
import { ManifestSet, type Origin, type Settings } from '../rules/manifest-set';

/** The objects of one folder, which are applied together. */
export interface Folder {
  /** As its files are called. */
  readonly name: string;
  readonly objects: readonly ReadManifest[];
  readonly set: ManifestSet;
}

/** Objects by their folder; what is not in a folder is looked for in the others. */
export function foldersOf(read: readonly ReadManifest[], settings: Settings): Folder[] {
  const folders = groupedBy(read, ({ source }) => dirname(source.file));
  const around = folders.size > 1 ? setOf(read, settings) : undefined;
  return Array.from(folders, ([name, objects]) => ({ name, objects, set: setOf(objects, settings, around) }));
}

function setOf(read: readonly ReadManifest[], settings: Settings, around?: ManifestSet): ManifestSet {
  const origins = new Map(read.map((each) => [each.manifest, originOf(each)]));
  return new ManifestSet([...origins.keys()], settings, { around, origins });
}

/** What stands in the text of one object: a document may be a List of many. */
function originOf(read: ReadManifest): Origin {
  const { source, path } = read;
  return {
    file: source.file,
    duplicateKeys: within(path, source.duplicateKeys),
    octalNumbers: within(path, source.octalNumbers),
    rewrittenKeys: within(path, source.rewrittenKeys),
    writtenAt: (field) => writtenAt(read, field),
  };
}

interface Trap {
  readonly path: string;
}

/** The traps of a document that stand in one of its objects, with their paths in it. */
function within<Kind extends Trap>(path: string, traps: readonly Kind[]): readonly Kind[] {
  if (path === '' || traps.length === 0) return traps;
  const near = (trapsByItem(traps).get(itemOf(path)) ?? []) as readonly Kind[];
  return near
    .filter((trap) => `${trap.path}.`.startsWith(path))
    .map((trap) => ({ ...trap, path: trap.path.slice(path.length) }));
}

const known = new WeakMap<readonly Trap[], ReadonlyMap<string, readonly Trap[]>>();

/** Grouped once a document, so that each of many items need not look through those of all. */
function trapsByItem(traps: readonly Trap[]): ReadonlyMap<string, readonly Trap[]> {
  const groups = known.get(traps) ?? groupedBy(traps, ({ path }) => itemOf(path));
  known.set(traps, groups);
  return groups;
}

function itemOf(path: string): string {
  return /^items\[\d+\]/.exec(path)?.[0] ?? '';
}
