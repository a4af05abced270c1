import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder';

const ROOT = join(__dirname, '..', '..');

/** The code blocks of a page that are of a language, in their order. */
export function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  return Array.from(text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms')), ([, code = '']) => code);
}

/** A project with a dist, in which `npx ml-app` is this one. */
export function project(): string {
  const folder = temporaryFolder();
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  const bin = join(folder, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  const command = join(ROOT, 'build', 'cli', 'ml-app.js');
  writeFileSync(join(bin, 'ml-app'), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`, { mode: 0o755 });
  return folder;
}

/** Runs a script of a page as a reader does. */
export function sh(folder: string, script: string, env: Readonly<Record<string, string>> = {}) {
  return spawnSync('bash', ['-e', '-c', script], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
}
