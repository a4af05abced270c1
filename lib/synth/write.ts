import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import type { WriteReport } from './report';

/**
 * The list of the files that synth made, one a line, in the output folder. It is how a later synth knows what it may
 * remove. Without an extension that kubectl reads, so that `kubectl apply -f dist` passes over it.
 */
const RECORD = '.synthesized';

type NamedFile = readonly [name: string, content: string];

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
  const changed = changedFiles(outdir, files, new Set(made));
  const stale = made.filter((name) => !files.has(name));

  const names = [...files.keys()];
  // Until the stale files are gone the record names them too: a synth that is killed forgets nothing.
  const recordBefore = recordText([...names, ...stale]);
  const record = recordText(names);
  const first: NamedFile[] = readIfFile(join(outdir, RECORD)) === recordBefore ? [] : [[RECORD, recordBefore]];

  putInPlace(outdir, [...first, ...changed]);
  const removed = stale.filter((name) => remove(outdir, name));
  if (record !== recordBefore) putInPlace(outdir, [[RECORD, record]]);

  const written = new Set(changed.map(([name]) => name));
  return { outdir, written: [...written], unchanged: names.filter((name) => !written.has(name)), removed };
}

/** The files whose content is new. A file that someone else made is not ours to replace: then it throws. */
function changedFiles(outdir: string, files: ReadonlyMap<string, string>, made: ReadonlySet<string>): NamedFile[] {
  return [...files].filter(([name, content]) => {
    const path = join(outdir, name);
    const found = readIfFile(path);
    if (found === content) return false;
    if (found === undefined || made.has(name)) return true;
    throw new Error(
      `${path} stands there already and was not made by synth (it is not in ${join(outdir, RECORD)}), ` +
        'so nothing was written: move it away, or delete it if an older synth made it',
    );
  });
}

/** Writes every file beside its place, and moves them there once all of them stand. */
function putInPlace(outdir: string, files: readonly NamedFile[]): void {
  const staged = files.map(([name, content]) => {
    const to = join(outdir, name);
    return { from: join(dirname(to), `.${basename(to)}.${process.pid}.tmp`), to, content };
  });
  const written: string[] = [];
  let moved = 0;
  try {
    for (const { from, to, content } of staged) {
      mkdirSync(dirname(to), { recursive: true });
      if (isFolder(to)) throw new Error(`${to} is a folder`);
      written.push(from);
      rmSync(from, { force: true });
      writeFileSync(from, content, { flag: 'wx' });
    }
    for (const { from, to } of staged) {
      renameSync(from, to);
      moved += 1;
    }
  } catch (error) {
    for (const from of written) rmSync(from, { force: true });
    const state = moved === 0 ? 'is as it was' : `has ${moved} of ${staged.length} new files`;
    throw new Error(`cannot write, ${outdir} ${state}: ${(error as Error).message}`, { cause: error });
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

/** Removes a file, and its folder where it was alone in it; false where it is gone already, or is no file of ours. */
function remove(outdir: string, name: string): boolean {
  const path = join(outdir, name);
  const parent = dirname(path);
  if (!isPlainFile(path) || !staysInside(relative(realpathSync(outdir), realpathSync(parent)))) return false;
  rmSync(path);
  if (parent !== normalize(outdir) && readdirSync(parent).length === 0) rmdirSync(parent);
  return true;
}

function isPlainFile(path: string): boolean {
  return statusOf(path)?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() ?? false;
}

/** What stands at a path, links not followed; nothing where a folder above it is a file. */
function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function readIfFile(path: string): string | undefined {
  return isPlainFile(path) ? readFileSync(path, 'utf8') : undefined;
}
