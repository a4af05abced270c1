import { lstatSync, readdirSync, readlinkSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that stand beside their places, by name; the folders made for them; and how many have been moved. */
export interface Staging {
  readonly outdir: string;
  /** What its files begin with. */
  readonly prefix: string;
  readonly staged: Map<string, string>;
  readonly folders: string[];
  /** Files put in place or removed: while there are none, all is as it was. */
  changes: number;
  number: number;
}

/** Where a file is written until all of them stand: hidden, and of no extension that kubectl reads. */
export function stage(staging: Staging, name: string, content: string): void {
  staging.number += 1;
  const path = `${staging.outdir}/${staging.prefix}${staging.number}.tmp`;
  staging.staged.set(name, path);
  writeFileSync(path, content, { encoding: 'utf8', flag: 'wx' });
}

/** Nothing staged yet; the names say which process of which machine or container is at work. */
export function emptyStaging(outdir: string): Staging {
  const prefix = `.synth-${namespaceOfProcesses()}-${process.pid}-`;
  return { outdir, prefix, staged: new Map(), folders: [], changes: 0, number: 0 };
}

const STAGED = /^\.synth-(\d+)-(\d+)-\d+\.tmp$/;

/** Process numbers mean something in one namespace alone: every container may have a 1. */
function namespaceOfProcesses(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}

/**
 * Moves the staged files to their places.
 *
 * @param makeFolderOf makes the folder of a name; gives the path of the topmost one that was not there
 */
export function putInPlace(staging: Staging, makeFolderOf: (name: string) => string | undefined): void {
  const { outdir, staged } = staging;
  // Before any file is moved: a folder may be in the way of one.
  for (const name of staged.keys()) {
    const folder = makeFolderOf(name);
    if (folder !== undefined) staging.folders.push(folder);
  }
  for (const [name, path] of staged) {
    renameSync(path, `${outdir}/${name}`);
    staged.delete(name);
    staging.changes += 1;
  }
}

/** Takes back what can be taken back, and says what stands. */
export function failure({ outdir, staged, folders, changes }: Staging, error: Error): Error {
  for (const path of staged.values()) attempt(() => rmSync(path, { force: true }));
  if (changes === 0) for (const folder of folders) attempt(() => removeIfEmpty(folder));
  const state = changes === 0 ? 'is as it was' : `is half old and half new (${changes} files changed): synth again`;
  return new Error(`cannot write, ${outdir} ${state}: ${error.message}`, { cause: error });
}

/** What goes wrong while something went wrong already is of no interest. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {}
}

/** A synth is over by then, even where it can't be asked. */
const LONG_AGO_MS = 60 * 60 * 1000;

/** Removes what synths that were killed have left. */
export function clearUp(outdir: string, names: Iterable<string>): void {
  for (const found of names) {
    const [, namespace, id] = STAGED.exec(found) ?? [];
    if (id === undefined) continue;
    const path = join(outdir, found);
    const isOver = namespace === namespaceOfProcesses() ? !isAlive(Number(id)) : isOlderThan(path, LONG_AGO_MS);
    if (isOver) rmSync(path, { force: true });
  }
}

function isOlderThan(path: string, milliseconds: number): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > milliseconds;
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

export function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
