import { execFileSync } from 'node:child_process';
import type { SourceFile } from '../lib/check/files';
import { EXTENSIONS, InputError } from './files';

/** More than a folder of manifests comes to. */
const MOST_BYTES = 1 << 30;

/** The commit that a word means in the repository around here; nothing where it means none. */
export function commitOf(word: string): string | undefined {
  if (word === '' || word.startsWith('-')) return undefined;
  try {
    return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`])
      .toString()
      .trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new InputError('git is not installed');
    return undefined;
  }
}

/** The YAML and JSON files of a commit: all of them, or those at or below some paths. Links are not followed. */
export function filesAt(commit: string, paths: readonly string[]): SourceFile[] {
  const listed = git(['ls-tree', '-r', '-z', commit, '--', ...(paths.length === 0 ? ['.'] : paths)]);
  const entries = listed
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
  return objects.map(() => {
    const head = answer.indexOf('\n', start);
    const size = Number(answer.subarray(start, head).toString().split(' ')[2]);
    start = head + 1 + size + 1;
    return answer.subarray(head + 1, head + 1 + size).toString();
  });
}

/** No shell in between: a word is an argument, whatever stands in it. */
function git(args: readonly string[], input = ''): Buffer {
  return execFileSync('git', args, { input, maxBuffer: MOST_BYTES, stdio: ['pipe', 'pipe', 'ignore'] });
}
