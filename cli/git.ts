import { execFileSync } from 'node:child_process';
import type { SourceFile } from '../lib/check/files';
import { InputError } from './files';

const MANIFESTS = /\.(ya?ml|json)$/;
/** More than a folder of manifests comes to. */
const MOST_BYTES = 1 << 30;

/** Whether a word is a revision of the repository around here. */
export function isRevision(word: string): boolean {
  if (word === '' || word.startsWith('-')) return false;
  try {
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new InputError('git is not installed');
    return false;
  }
}

/** The YAML and JSON files of a revision: all of them, or those at or below some paths. Links are not followed. */
export function filesAt(revision: string, paths: readonly string[]): SourceFile[] {
  const commit = git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim();
  const entries = git('ls-tree', '-r', '-z', commit, '--', ...(paths.length === 0 ? ['.'] : paths)).split('\0');
  return entries.flatMap((entry): SourceFile[] => {
    const [, mode = '', object = '', name = ''] = /^(\d+) blob (\S+)\t(.*)$/s.exec(entry) ?? [];
    const isFile = mode.startsWith('100');
    return isFile && MANIFESTS.test(name) ? [{ name, content: git('cat-file', 'blob', object) }] : [];
  });
}

/** No shell in between: a word is an argument, whatever stands in it. */
function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'ignore'] });
}
