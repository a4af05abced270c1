import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { blocksOf, project, sh } from './page';

const blocks = (language: string) => blocksOf('review.md', language);

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
