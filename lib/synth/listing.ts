import { type Dirent, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What stands at a path: links are not followed. */
export type Entry = 'file' | 'folder' | 'other';

/** What stands in the output folder. Each folder is read once, which costs less than to ask for each of its files. */
export interface Listing {
  /** What stands at a name, nothing where nothing does. */
  readonly at: (name: string) => Entry | undefined;
  /** The names in the folder of a name. */
  readonly beside: (name: string) => Iterable<string>;
  /** Makes the folder of a name; gives the path of the topmost one that was not there. */
  readonly makeFolderOf: (name: string) => string | undefined;
}

export function listingOf(outdir: string): Listing {
  const folders = new Map<string, ReadonlyMap<string, Entry>>();
  const entriesOf = (folder: string): ReadonlyMap<string, Entry> => {
    const known = folders.get(folder) ?? readFolder(join(outdir, folder));
    folders.set(folder, known);
    return known;
  };
  const made = new Set<string>();
  return {
    at: (name) => {
      const { folder, base } = partsOf(name);
      return entriesOf(folder).get(base);
    },
    beside: (name) => entriesOf(partsOf(name).folder).keys(),
    makeFolderOf: (name) => {
      const { folder } = partsOf(name);
      if (made.has(folder)) return undefined;
      made.add(folder);
      return mkdirSync(join(outdir, folder), { recursive: true });
    },
  };
}

/** A name, which has `/` between its folders, in two: asked of each file more often than node:path is quick. */
export function partsOf(name: string): { readonly folder: string; readonly base: string } {
  const cut = name.lastIndexOf('/');
  return cut === -1 ? { folder: '.', base: name } : { folder: name.slice(0, cut), base: name.slice(cut + 1) };
}

/** Nothing is in a folder that is not there, or is none. */
function readFolder(path: string): ReadonlyMap<string, Entry> {
  try {
    return new Map(readdirSync(path, { withFileTypes: true }).map((entry) => [entry.name, entryOf(entry)]));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return new Map();
    throw error;
  }
}

function entryOf(entry: Dirent): Entry {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}
