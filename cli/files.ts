import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../lib/check/files';

const EXTENSIONS = /\.(ya?ml|json)$/;
const PASSED_OVER = new Set(['node_modules', '.git']);

/** Input that can't be read: the message is for the user. */
export class InputError extends Error {
  public override readonly name = 'InputError';
}

/** The YAML and JSON files of the paths: files as they are, folders with all below them, `-` for the standard input. */
export function readFiles(paths: readonly string[]): SourceFile[] {
  return paths.flatMap((path) => {
    if (path === '-') return [{ name: '-', content: readFileSync(0, 'utf8') }];
    return namesIn(path).map((name) => ({ name, content: read(name) }));
  });
}

function namesIn(path: string): string[] {
  if (!statOf(path).isDirectory()) return [path];
  const names = filesBelow(path);
  if (names.length === 0) throw new InputError(`${path} holds no .yaml, .yml or .json file`);
  return names;
}

/** Links to folders are not followed: they may lead in a circle. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : filesBelow(path);
      return EXTENSIONS.test(entry.name) ? [path] : [];
    });
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    throw new InputError(`no such file or folder: ${path}`);
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${(error as Error).message}`);
  }
}
