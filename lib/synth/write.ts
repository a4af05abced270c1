import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize, sep } from 'node:path';

/**
 * The list of the files that synth made, one a line, in the output folder. It is how a later synth knows what it may
 * remove. Without an extension that kubectl reads, so that `kubectl apply -f dist` passes over it.
 */
const RECORD = '.synthesized';

/** What a synth did to the output folder: file names relative to it. */
export interface WriteReport {
  readonly outdir: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Brings the output folder up to date: writes what changed, removes what an earlier synth made and this one does not,
 * and touches no other file.
 *
 * Everything is written beside its place first, and put in place when all of it stands: a full disk or a folder that
 * can't be written to leaves the old output as it was.
 *
 * @param files the content by file name, relative to the folder, with `/` between folders
 */
export function writeFiles(outdir: string, files: ReadonlyMap<string, string>): WriteReport {
  mkdirSync(outdir, { recursive: true });
  const made = readRecord(outdir);
  const changed = [...files].filter(([name, content]) => readIfFile(join(outdir, name)) !== content);
  const stale = made.filter((name) => !files.has(name));

  const names = [...files.keys()];
  // Until the stale files are gone the record names them too: a synth that is killed forgets nothing.
  const recordBefore = recordText([...names, ...stale]);
  const record = recordText(names);
  const first = readIfFile(join(outdir, RECORD)) === recordBefore ? [] : [[RECORD, recordBefore] as const];

  putInPlace(outdir, [...first, ...changed]);
  const removed = stale.filter((name) => remove(outdir, name));
  if (record !== recordBefore) putInPlace(outdir, [[RECORD, record]]);

  const written = changed.map(([name]) => name);
  return { outdir, written, unchanged: names.filter((name) => !written.includes(name)), removed };
}

function putInPlace(outdir: string, files: readonly (readonly [name: string, content: string])[]): void {
  const staged: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const [name, content] of files) {
      const to = join(outdir, name);
      const from = join(dirname(to), `.${basename(to)}.${process.pid}.tmp`);
      mkdirSync(dirname(to), { recursive: true });
      staged.push({ from, to });
      writeFileSync(from, content);
    }
    for (const { from, to } of staged) renameSync(from, to);
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    throw error;
  }
}

function readRecord(outdir: string): string[] {
  const text = readIfFile(join(outdir, RECORD)) ?? '';
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

/** Removes a file of the folder, and the folder it was alone in; false where it is gone already, or is no plain file. */
function remove(outdir: string, name: string): boolean {
  const path = join(outdir, name);
  const parent = dirname(path);
  if (!isPlainFile(path) || !realpathSync(parent).startsWith(realpathSync(outdir))) return false;
  rmSync(path);
  return true;
}

function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readIfFile(path: string): string | undefined {
  return isPlainFile(path) ? readFileSync(path, 'utf8') : undefined;
}
