import { execFileSync } from 'node:child_process';
import type { SourceFile } from '../lib/check/files';
import { EXTENSIONS, InputError } from './files';

/** More than a folder of manifests comes to. */
const MOST_BYTES = 1 << 30;

/** The commit that a word means in the repository around here; nothing where it means none. */
export function commitOf(word: string): string | undefined {
  if (word === '' || word.startsWith('-')) return undefined;
  try {
    return run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`])
      .toString()
      .trim();
  } catch {
    // It says nothing of a word that means nothing, and something where there is no repository, or no git.
    git(['rev-parse', '--git-dir']);
    return undefined;
  }
}

/** The YAML and JSON files of a commit at or below some paths. Links are not followed. */
export function filesAt(commit: string, paths: readonly string[]): SourceFile[] {
  const entries = git(['ls-tree', '-r', '-z', commit, '--', ...paths])
    .toString()
    .split('\0')
    .flatMap((entry) => {
      const [, mode = '', object = '', name = ''] = /^(\d+) blob (\S+)\t(.*)$/s.exec(entry) ?? [];
      return mode.startsWith('100') && EXTENSIONS.test(name) ? [{ object, name }] : [];
    });
  const contents = contentsOf(entries.map(({ object }) => object));
  return entries.map(({ name }, index) => ({ name, content: contents[index] ?? '' }));
}

/** The texts of objects, by one process. @see https://git-scm.com/docs/git-cat-file#_batch_output */
function contentsOf(objects: readonly string[]): string[] {
  if (objects.length === 0) return [];
  const answer = git(['cat-file', '--batch'], `${objects.join('\n')}\n`);
  let start = 0;
  return objects.map((object) => {
    const head = answer.indexOf('\n', start);
    const [, , size] = answer.subarray(start, head).toString().split(' ');
    // A partial clone may not have it.
    if (size === undefined) throw new InputError(`git has not object ${object}: fetch it`);
    start = head + 1 + Number(size) + 1;
    return answer.subarray(head + 1, start - 1).toString();
  });
}

/** What git says; or in one line, why it says nothing. */
function git(args: readonly string[], input = ''): Buffer {
  try {
    return run(args, input);
  } catch (error) {
    const { code, stderr } = error as { readonly code?: string; readonly stderr?: Buffer };
    if (code === 'ENOENT') throw new InputError('git is not installed');
    const [reason = ''] = String(stderr ?? '').split('\n');
    throw new InputError(`git: ${reason.replace(/^fatal: /, '')}`);
  }
}

/** No shell in between: a word is an argument, whatever stands in it. */
function run(args: readonly string[], input = ''): Buffer {
  return execFileSync('git', args, { input, maxBuffer: MOST_BYTES, stdio: 'pipe' });
}
