import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../lib/check/files';

/** The files that are read below a folder. */
export const EXTENSIONS = /\.(ya?ml|json)$/;
const PASSED_OVER = new Set(['node_modules', '.git']);

/** Input that can't be read: the message is for the user. */
export class InputError extends Error {
  public override readonly name = 'InputError';
}

export interface Input {
  readonly files: readonly SourceFile[];
  /** What stands below a folder and can't be read, each in a line for the user. */
  readonly unreadable: readonly string[];
}

/**
 * The YAML and JSON files of the paths: files as they are, folders with all below them, `-` for the standard input. What
 * two paths lead to is read once.
 */
export function readFiles(paths: readonly string[], { mayBeEmpty = false } = {}): Input {
  const files: SourceFile[] = [];
  const unreadable: string[] = [];
  const seen = new Set<string>();
  const add = ({ name, place }: NamedFile) => {
    if (seen.has(place)) return;
    seen.add(place);
    files.push({ name, content: read(name) });
  };
  for (const path of new Set(paths)) {
    if (path === '-') files.push({ name: '-', content: standardInput() });
    else if (isFolder(path)) readBelow(path, add, unreadable, mayBeEmpty);
    else attempt(path, () => add(named(path)), refuse);
  }
  return { files, unreadable };
}

/** A file by the name that the user knows it by, and by the one that no other name leads to. */
interface NamedFile {
  readonly name: string;
  readonly place: string;
}

function named(name: string): NamedFile {
  const place = realpathSync(name);
  // A fifo would be waited for, and a device may never end.
  if (!statSync(name).isFile()) throw new Error('no regular file');
  return { name, place };
}

/** Links to folders are not followed: they may lead in a circle. */
function readBelow(folder: string, add: (file: NamedFile) => void, unreadable: string[], mayBeEmpty: boolean): void {
  const found = filesBelow(folder, unreadable);
  if (!mayBeEmpty && found.length + unreadable.length === 0)
    throw new InputError(`${folder} holds no .yaml, .yml or .json file`);
  for (const { name, place } of found) {
    attempt(
      name,
      () => add(place === undefined ? named(name) : { name, place }),
      (reason) => unreadable.push(reason),
    );
  }
}

/** The files of a folder, each with its place where that is known: it is not where a link stands for it. */
function filesBelow(folder: string, unreadable: string[], known?: string): { name: string; place?: string }[] {
  const read = () => ({ place: known ?? realpathSync(folder), entries: entriesOf(folder) });
  const { place, entries } = attempt(folder, read, (reason) => unreadable.push(reason)) ?? { place: '', entries: [] };
  return entries.flatMap((entry) => {
    const [name, inPlace] = [join(folder, entry.name), join(place, entry.name)];
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : filesBelow(name, unreadable, inPlace);
    if (!EXTENSIONS.test(entry.name)) return [];
    return entry.isFile() ? [{ name, place: inPlace }] : [{ name }];
  });
}

function entriesOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new InputError(`no such file or folder: ${path}`);
    throw new InputError(reasonOf(path, error));
  }
}

function standardInput(): string {
  const content = attempt('the standard input', () => decode(readFileSync(0)), refuse) ?? '';
  if (content.trim() === '') throw new InputError('the standard input is empty: what was to write it may have failed');
  return content;
}

/** Does what may fail on a path, or says in a line why it can't be read. */
function attempt<Read>(path: string, act: () => Read, failed: (reason: string) => void): Read | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof InputError) throw error;
    failed(reasonOf(path, error));
    return undefined;
  }
}

function refuse(reason: string): never {
  throw new InputError(reason);
}

function reasonOf(path: string, error: unknown): string {
  return `cannot read ${path}: ${(error as Error).message.split(',')[0]}`;
}

/** Read as UTF-8 at once, since nearly all are; what begins with no character of it may be UTF-16. */
function read(name: string): string {
  const text = readFileSync(name, 'utf8');
  return text.startsWith('\uFFFD') ? decode(readFileSync(name)) : text;
}

/** UTF-8, or UTF-16 where a byte order mark says so: PowerShell writes that. */
function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}
