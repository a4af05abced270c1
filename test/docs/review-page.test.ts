import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { temporaryFolder } from '../temporary-folder';

const ROOT = join(__dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'review.md'), 'utf8');

/** The code blocks of a language, in their order. */
function blocks(language: string): string[] {
  return Array.from(PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms')), ([, code = '']) => code);
}

/** A project with a dist, in which `npx ml-app` is this one. */
function project(): string {
  const folder = temporaryFolder();
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  const bin = join(folder, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  const command = join(ROOT, 'build', 'cli', 'ml-app.js');
  writeFileSync(join(bin, 'ml-app'), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`, { mode: 0o755 });
  return folder;
}

function sh(folder: string, script: string, env: Readonly<Record<string, string>> = {}) {
  return spawnSync('bash', ['-e', '-c', script], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
}

test('the example prints what the page says', () => {
  const [script = ''] = blocks('sh');
  const { stdout, stderr, status } = sh(project(), script);
  expect({ stdout, stderr, status }).toEqual({ stdout: blocks('text')[0], stderr: '', status: 1 });
});

/** The project with a change on a branch, and `origin` beside it: what the base of a pull request is. */
function changed(): { readonly folder: string; readonly base: string } {
  const folder = project();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.email=a@example.com', '-c', 'user.name=a', ...args], { cwd: folder }).toString();
  git('init', '--quiet', '--initial-branch=main');
  git('add', 'dist');
  git('commit', '--quiet', '--message=before');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  const file = join(folder, 'dist', 'deployment-hpa.k8s.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('maxReplicas: 5', 'maxReplicas: 8'));
  git('commit', '--quiet', '--all', '--message=after');
  return { folder, base: git('rev-parse', 'HEAD~1').trim() };
}

const COMMENT = /^\*\*1 consequence \(1 capacity\); 1 object changed\*\*\n/;

test('the lines for GitHub Actions write the comment', () => {
  const [workflow = ''] = blocks('yaml');
  const { steps } = load(workflow) as { steps: { run?: string }[] };
  const run = steps.find((step) => step.run?.includes('ml-app'))?.run ?? '';
  const { folder } = changed();
  expect(sh(folder, run, { BASE: 'main' })).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(folder, 'review.md'), 'utf8')).toMatch(COMMENT);
});

test('the lines for GitLab write the comment', () => {
  const [, pipeline = ''] = blocks('yaml');
  const { review } = load(pipeline) as { review: { script: string[] } };
  const run = review.script.find((line) => line.includes('ml-app')) ?? '';
  const { folder, base } = changed();
  expect(sh(folder, run, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(folder, 'review.md'), 'utf8')).toMatch(COMMENT);
});

test('a review that could not read fails the step', () => {
  const [workflow = ''] = blocks('yaml');
  const { steps } = load(workflow) as { steps: { run?: string }[] };
  const run = steps.find((step) => step.run?.includes('ml-app'))?.run ?? '';
  expect(sh(changed().folder, run, { BASE: 'nowhere' }).status).not.toBe(0);
});
