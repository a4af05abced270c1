import { lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import { type Listing, listingOf, partsOf } from './listing';
import { tell } from './progress';
import type { WriteReport } from './report';
import { clearUp, emptyStaging, failure, putInPlace, removeIfEmpty, type Staging, stage } from './staging';

/**
 * The list of the files that synth made, one a line, in the output folder. It is how a later synth knows what it may
 * remove. Without an extension that kubectl reads, so that `kubectl apply -f dist` passes over it.
 */
const RECORD = '.synthesized';

/** What a file is to hold. Made when it is needed, once, so that not all of it need be in memory. */
export type Content = () => string;

/**
 * Brings the output folder up to date: writes what changed, removes what an earlier synth made and this one does not,
 * and touches no other file.
 *
 * Everything is written beside its place first, and put in place when all of it stands: a full disk or a folder that
 * can't be written to leaves the old output as it was.
 *
 * @param files the content by file name, relative to the folder, with `/` between folders
 */
export function writeFiles(outdir: string, files: ReadonlyMap<string, Content>): WriteReport {
  const names = [...files.keys()];
  let changed: readonly string[] = [];
  let removed: readonly string[] = [];
  const staging = emptyStaging(outdir);
  try {
    mkdirSync(outdir, { recursive: true });
    const listing = listingOf(outdir);
    const made = readRecord(outdir, listing);
    const stale = made.filter((name) => !files.has(name));
    clearUp(outdir, listing.beside(RECORD));

    // Until the stale files are gone the record names them too: a synth that is killed forgets nothing.
    const recordBefore = recordText([...names, ...stale]);
    const record = recordText(names);
    if (readIfFile(outdir, RECORD, listing) !== recordBefore) stage(staging, RECORD, recordBefore);
    changed = stageChanged(staging, files, new Set(made), listing);

    putInPlace(staging, listing.makeFolderOf);
    removed = stale.filter((name) => {
      const isGone = remove(outdir, name);
      if (isGone) staging.changes += 1;
      return isGone;
    });
    if (record !== recordBefore) {
      stage(staging, RECORD, record);
      putInPlace(staging, listing.makeFolderOf);
    }
  } catch (error) {
    throw failure(staging, error as Error);
  }
  const written = new Set(changed);
  return { outdir, written: [...written], unchanged: names.filter((name) => !written.has(name)), removed };
}

/** Stages the files whose content is new. A file that someone else made is not ours to replace: then it throws. */
function stageChanged(
  staging: Staging,
  files: ReadonlyMap<string, Content>,
  made: ReadonlySet<string>,
  listing: Listing,
): string[] {
  const { outdir } = staging;
  const changed: string[] = [];
  let done = 0;
  for (const [name, make] of files) {
    tell('writing files', done, files.size);
    done += 1;
    const entry = listing.at(name);
    if (entry === 'folder') throw new Error(`${join(outdir, name)} is a folder: move it away, or rename the chart`);
    const content = make();
    if (entry === 'file' && readFileSync(join(outdir, name), 'utf8') === content) continue;
    if (entry !== undefined && !made.has(name)) throw new Error(notOurs(outdir, name));
    const { folder: around } = partsOf(name);
    if (around !== '.' && listing.at(around) === 'other') throw new Error(isLink(outdir, around));
    stage(staging, name, content);
    changed.push(name);
  }
  return changed;
}

function isLink(outdir: string, folder: string): string {
  return `${join(outdir, folder)} is no folder of its own, but leads elsewhere: move it away, or rename the chart`;
}

function notOurs(outdir: string, name: string): string {
  const [path, record] = [join(outdir, name), join(outdir, RECORD)];
  return (
    `${path} stands there already and was not made by synth (it is not in ${record}): ` +
    'move it away, or delete it if an older synth made it'
  );
}

function readRecord(outdir: string, listing: Listing): string[] {
  const text = readIfFile(outdir, RECORD, listing) ?? '';
  return text.split(/\r?\n/).filter((name) => name !== '' && staysInside(name));
}

function recordText(names: readonly string[]): string {
  return [...names]
    .sort()
    .map((name) => `${name}\n`)
    .join('');
}

/** The record comes from a repository that anyone may have written to: it may name files of the folder only. */
function staysInside(name: string): boolean {
  return !isAbsolute(name) && !normalize(name).split(sep).includes('..');
}

/** Removes a file, and its folder where it was alone in it; false where it is gone already, or is no file of ours. */
function remove(outdir: string, name: string): boolean {
  const path = join(outdir, name);
  const parent = dirname(path);
  if (!isPlainFile(path) || !staysInside(relative(realpathSync(outdir), realpathSync(parent)))) return false;
  rmSync(path);
  if (parent !== normalize(outdir)) removeIfEmpty(parent);
  return true;
}

/** Links are not followed; where a folder above it is a file, there is none. */
function isPlainFile(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
}

function readIfFile(outdir: string, name: string, listing: Listing): string | undefined {
  return listing.at(name) === 'file' ? readFileSync(join(outdir, name), 'utf8') : undefined;
}
