import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import { type Listing, listingOf, partsOf } from './listing';
import { tell } from './progress';
import type { WriteReport } from './report';

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
  const staging: Staging = { outdir, staged: new Map(), folders: [], moved: 0 };
  try {
    mkdirSync(outdir, { recursive: true });
    const listing = listingOf(outdir);
    const made = readRecord(outdir, listing);
    const stale = made.filter((name) => !files.has(name));
    clearUp(outdir, [RECORD, ...names, ...stale], listing);

    // Until the stale files are gone the record names them too: a synth that is killed forgets nothing.
    const recordBefore = recordText([...names, ...stale]);
    const record = recordText(names);
    if (readIfFile(outdir, RECORD, listing) !== recordBefore) stage(staging, RECORD, recordBefore);
    changed = stageChanged(staging, files, new Set(made), listing);

    putInPlace(staging);
    removed = stale.filter((name) => remove(outdir, name));
    if (record !== recordBefore) {
      stage(staging, RECORD, record);
      putInPlace(staging);
    }
  } catch (error) {
    throw failure(staging, error as Error);
  }
  const written = new Set(changed);
  return { outdir, written: [...written], unchanged: names.filter((name) => !written.has(name)), removed };
}

/** Files that stand beside their places, by name; the folders made for them; and how many have been moved. */
interface Staging {
  readonly outdir: string;
  readonly staged: Map<string, string>;
  readonly folders: string[];
  moved: number;
}

/** Where a file is written until all of them stand: hidden, and of no extension that kubectl reads. */
function stage({ outdir, staged }: Staging, name: string, content: string): void {
  const { folder, base } = partsOf(name);
  const path = `${outdir}/${folder}/.${base}.${process.pid}.tmp`;
  staged.set(name, path);
  writeFileSync(path, content, { encoding: 'utf8', flag: 'wx' });
}

const STAGED = /^\.(.+)\.(\d+)\.tmp$/s;

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
    const folder = entry === undefined ? listing.makeFolderOf(name) : undefined;
    if (folder !== undefined) staging.folders.push(folder);
    stage(staging, name, content);
    changed.push(name);
  }
  return changed;
}

function notOurs(outdir: string, name: string): string {
  const [path, record] = [join(outdir, name), join(outdir, RECORD)];
  return (
    `${path} stands there already and was not made by synth (it is not in ${record}): ` +
    'move it away, or delete it if an older synth made it'
  );
}

/** Moves the staged files to their places. */
function putInPlace(staging: Staging): void {
  const { outdir, staged } = staging;
  for (const [name, path] of staged) {
    renameSync(path, `${outdir}/${name}`);
    staged.delete(name);
    staging.moved += 1;
  }
}

/** Takes back what can be taken back, and says what stands. */
function failure({ outdir, staged, folders, moved }: Staging, error: Error): Error {
  for (const path of staged.values()) rmSync(path, { force: true });
  if (moved === 0) for (const folder of folders) removeIfEmpty(folder);
  const state = moved === 0 ? 'is as it was' : `has ${moved} new files, and ${staged.size} old ones: synth again`;
  return new Error(`cannot write, ${outdir} ${state}: ${error.message}`, { cause: error });
}

/** Removes what synths that were killed have left beside the places of files. */
function clearUp(outdir: string, names: readonly string[], listing: Listing): void {
  const ours = new Set(names);
  const folders = new Map(names.map((name) => [dirname(name), name]));
  for (const [folder, name] of folders) {
    for (const found of listing.beside(name)) {
      const [, of, by] = STAGED.exec(found) ?? [];
      if (of === undefined || !ours.has(join(folder, of)) || isAlive(Number(by))) continue;
      rmSync(join(outdir, folder, found));
    }
  }
}

/** Whether another process of that number runs: a second synth, maybe. */
function isAlive(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readRecord(outdir: string, listing: Listing): string[] {
  const text = readIfFile(outdir, RECORD, listing) ?? '';
  return text.split('\n').filter((name) => name !== '' && staysInside(name));
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

function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
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
