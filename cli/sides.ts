import { existsSync, statSync } from 'node:fs';
import { dirname, normalize, relative } from 'node:path';
import type { SourceFile } from '../lib/check/files';
import { InputError, readFiles } from './files';
import { commitOf, filesAt } from './git';

/** What stands on one side of a change. */
export interface SideFiles {
  readonly files: readonly SourceFile[];
  /** The folder that names are told from, so that the same file is called alike on both sides. */
  readonly root: string;
  /** What can't be read, each in a line for the user. */
  readonly unreadable: readonly string[];
}

/** Where the manifests of a project are: what `npm run synth` writes. */
const USUAL = 'dist';

/** A file, a folder or the standard input; a revision of git; or what stands here now. */
type Source = { readonly path: string } | { readonly commit: string } | 'now';

/**
 * The two sides that some words mean. Of a revision the paths are looked at, or else the path that stands on the other
 * side, or else `dist`, or else all. One revision alone is compared with what stands there now.
 */
export function sidesOf(
  words: readonly string[],
  paths: readonly string[],
): readonly [old: SideFiles, young: SideFiles] {
  const [first, second = 'now', ...others] = words.flatMap(asRange).map(sourceOf);
  if (first === undefined || others.length > 0) throw new InputError('takes two sides; see ml-app review --help');
  if (second === 'now' && isPath(first)) {
    throw new InputError(
      `takes two sides, got one: ${first.path} is no revision of git, to be compared with what is there`,
    );
  }
  const given = [first, second].flatMap((source) => (isPath(source) ? [source.path] : []));
  if (given.length === 2 && paths.length > 0) throw new InputError('-- PATH is of a revision, and neither side is one');
  if (given.every((path) => path === '-') && given.length === 2) {
    throw new InputError('the standard input can be one side alone');
  }
  const looked = lookedAt(paths, given, first);
  const sides = [filesOf(first, looked), filesOf(second, looked)] as const;
  // What stands on the other side is there.
  const named = given.length === 0 ? looked : looked.slice(0, paths.length);
  for (const path of named) refuseUnknown(path, sides);
  return sides;
}

/** `main..HEAD` is two sides. */
function asRange(word: string): string[] {
  if (existsSync(word)) return [word];
  if (word.includes('...')) throw new InputError(`${word}: say A..B: three dots mean another thing to git diff`);
  const [, from, to] = /^(.+?)\.\.(.*)$/.exec(word) ?? [];
  return from === undefined ? [word] : [from, to === '' || to === undefined ? 'HEAD' : to];
}

/** A file or a folder goes over a revision of its name. */
function sourceOf(word: string): Source {
  if (word === '-' || existsSync(word)) return { path: word };
  const commit = commitOf(word);
  if (commit === undefined) throw new InputError(`no file, folder or revision of git is called ${word}`);
  return { commit };
}

function isPath(source: Source): source is { readonly path: string } {
  return source !== 'now' && 'path' in source;
}

function lookedAt(paths: readonly string[], given: readonly string[], first: Source): readonly string[] {
  const said = paths.length > 0 ? paths : given.filter((path) => path !== '-').slice(0, 1);
  if (said.length > 0) return said.map((path) => normalize(relative('.', path)));
  const isThere =
    existsSync(USUAL) || (typeof first === 'object' && 'commit' in first && filesAt(first.commit, [USUAL]).length > 0);
  return [isThere ? USUAL : '.'];
}

function filesOf(source: Source, looked: readonly string[]): SideFiles {
  if (isPath(source)) return { ...readFiles([source.path]), root: folderOf(source.path) };
  if (source !== 'now') return { files: filesAt(source.commit, looked), root: rootOf(looked), unreadable: [] };
  // What is gone is gone on this side alone, and a folder may be empty.
  const there = looked.filter((path) => existsSync(path));
  const { files, unreadable } = readFiles(there, { mayBeEmpty: true });
  return { files, root: rootOf(looked), unreadable };
}

function folderOf(path: string): string {
  return path !== '-' && statSync(path).isDirectory() ? path : dirname(path);
}

function rootOf(looked: readonly string[]): string {
  const [only = '.', ...others] = looked;
  if (others.length > 0) return '.';
  return /\.(ya?ml|json)$/.test(only) ? dirname(only) : only;
}

/** A path that is on one side alone is all new, or all gone; on neither, it is misspelt. */
function refuseUnknown(path: string, sides: readonly SideFiles[]): void {
  const names = sides.flatMap(({ files, unreadable }) => [...files.map(({ name }) => normalize(name)), ...unreadable]);
  const isThere = path === '.' ? names.length > 0 : names.some((name) => name === path || name.startsWith(`${path}/`));
  if (!isThere)
    throw new InputError(`${path} is on neither side: no YAML or JSON file is called so, or stands below it`);
}
