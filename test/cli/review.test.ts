import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder';
import { runVerb, writeIn } from './command';

const ROOT = join(__dirname, '..', '..');
const REFERENCE = readFileSync(join(ROOT, 'dist', 'deployment-hpa.k8s.yaml'), 'utf8');
const CHANGED = REFERENCE.replace(/maxReplicas: 5/, 'maxReplicas: 9');

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  file('dist/app.yaml', REFERENCE);
});

const review = (args: readonly string[], input = '') => runVerb('review', folder, args, input);
const file = (name: string, content: string) => writeIn(folder, name, content);

function git(...args: readonly string[]): void {
  const who = ['-c', 'user.email=a@example.com', '-c', 'user.name=a', '-c', 'init.defaultBranch=main'];
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function commit(): void {
  git('add', '.');
  git('commit', '--quiet', '--message', 'a change');
}

const CAPACITY = /1 to 9 pods, 5 to 45 CPU, 5 to 45 GiB; was 1 to 5 pods, 5 to 25 CPU, 5 to 25 GiB/;

test('two files', () => {
  file('new.yaml', CHANGED);
  const { status, stdout } = review(['dist/app.yaml', 'new.yaml']);
  expect(status).toBe(1);
  expect(stdout).toMatch(CAPACITY);
  expect(review(['dist/app.yaml', 'new.yaml', '--fail-on', 'refused,restart']).status).toBe(0);
  expect(review(['dist/app.yaml', '-', '--format', 'json'], CHANGED).stdout).toContain('"kind": "capacity"');
});

test('another spelling of the same is no change', () => {
  const spelled = REFERENCE.replace(/cpu: "?5"?\n/, 'cpu: 5000m # five\n');
  expect(spelled).not.toBe(REFERENCE);
  expect(review(['dist', '-'], spelled)).toEqual({ status: 0, stdout: 'No change\n', stderr: '' });
});

describe('with git', () => {
  beforeEach(() => {
    git('init', '--quiet');
    commit();
  });

  test('a revision and what stands there now, two revisions, a range', () => {
    file('dist/app.yaml', CHANGED);
    expect(review(['HEAD', '--', 'dist']).stdout).toMatch(CAPACITY);
    commit();
    for (const sides of [['HEAD~1', 'HEAD'], ['HEAD~1..HEAD'], ['HEAD~1..']]) {
      const { status, stdout } = review([...sides, '--', 'dist']);
      expect(status).toBe(1);
      expect(stdout).toMatch(CAPACITY);
    }
    expect(review(['HEAD', '--', 'dist'])).toEqual({ status: 0, stdout: 'No change\n', stderr: '' });
  });

  test('without a path, dist is looked at, and all where there is none', () => {
    file('dist/app.yaml', CHANGED);
    file('elsewhere/other.yaml', 'kind: [');
    expect(review(['HEAD']).stdout).toMatch(CAPACITY);
    commit();
    expect(review(['HEAD~1..']).stdout).toMatch(CAPACITY);
    rmSync(join(folder, 'dist'), { recursive: true });
    rmSync(join(folder, 'elsewhere'), { recursive: true });
    file('app.yaml', REFERENCE);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'no dist');
    file('app.yaml', CHANGED);
    expect(review(['HEAD']).stdout).toMatch(CAPACITY);
  });

  test('a revision and a folder: the folder of the revision is looked at', () => {
    file('dist/app.yaml', CHANGED);
    expect(review(['HEAD', 'dist']).stdout).toMatch(CAPACITY);
    expect(review(['HEAD', join(folder, 'dist')]).stdout).toMatch(CAPACITY);
    file('new.yaml', REFERENCE);
    expect(review(['HEAD', join(folder, 'new.yaml')]).stdout).toMatch(/it is new/);
    expect(review(['HEAD', 'new.yaml', '--', 'dist']).stdout).toBe('No change\n');
    expect(review(['HEAD', 'new.yaml', '--', 'dits']).status).toBe(2);
  });

  test('a folder that is gone, or new, is empty on one side', () => {
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(review(['HEAD', '--', 'dist']).stdout).toMatch(/^ {2}left .*\n.*kubectl delete deployment ml-app-hpa$/m);
    file('k8s/app.yaml', REFERENCE);
    expect(review(['HEAD', '--', 'k8s']).status).toBe(1);
    expect(review(['--fail-on', 'left', 'HEAD', '--', 'k8s']).status).toBe(0);
  });

  test.each([
    [['--exec=x', '--', 'dist'], /^ml-app review: Unknown option '--exec'/],
    [
      ['HEAD', '--', 'dits'],
      /^ml-app review: dits is on neither side: no YAML or JSON file is called so, or stands below it\n$/,
    ],
    [['HEAD...HEAD'], /^ml-app review: HEAD...HEAD: say A..B: /],
    [['HEAD', '--', '../elsewhere'], /^ml-app review: git: .* outside repository/],
    [['dist', 'dist', '--', 'dist'], /^ml-app review: -- PATH is of a revision, and neither side is one\n$/],
    [['nowhere', 'HEAD'], /^ml-app review: no file, folder or revision of git is called nowhere\n$/],
    [['HEAD', '--', 'dist', '--format', 'json'], /^ml-app review: behind -- stand paths alone, got --format/],
  ])('%j is refused in a line', (args, message) => {
    const { status, stdout, stderr } = review(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

test('environments are told apart', () => {
  file('old/dev/app.yaml', REFERENCE);
  file('old/prod/app.yaml', REFERENCE);
  file('new/dev/app.yaml', REFERENCE);
  file('new/prod/app.yaml', CHANGED);
  const { stdout } = review(['old', 'new']);
  expect(stdout).toMatch(CAPACITY);
  expect(stdout).toMatch(/^Deployment ml-app-hpa \(folder prod\)\n/);
  expect(stdout).not.toContain('dev');
});

test('a load is played on both sides', () => {
  const { status, stdout } = review(['dist', '-', '--load', 'ramp:to=60'], CHANGED);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^ {26}before +after$/m);
  expect(stdout).toMatch(/^ {2}most pods +5 +9$/m);
  const { loads } = JSON.parse(review(['dist', '-', '--load', 'ramp:to=60', '--format', 'json'], CHANGED).stdout);
  expect(loads).toMatchObject([{ before: { peakReplicas: 5 }, after: { peakReplicas: 9 } }]);
});

test('what comes from files moves no cursor, on the standard error, too', () => {
  file('new.yaml', `${CHANGED}---\nkind: "a\u001b[2J\n`);
  expect(review(['dist', 'new.yaml']).stderr).not.toContain('\u001b');
});

test('a document that can not be read is named, and the rest is reviewed', () => {
  file('new.yaml', `${CHANGED}---\nkind: [\n`);
  const { status, stdout, stderr } = review(['dist', 'new.yaml']);
  expect(status).toBe(2);
  expect(stdout).toMatch(CAPACITY);
  expect(stderr).toMatch(/^ml-app review: new\.yaml:\d+: /);
});

test.each([
  [[], 'takes two sides; see ml-app review --help'],
  [['dist'], /^takes two sides, got one: dist is no revision of git/],
  [['HEAD', 'HEAD'], /^git: not a git repository/],
  [['-', '-'], 'the standard input can be one side alone'],
  [['dist', 'dist', '--format', 'html'], '--format must be one of text, markdown, json, got html'],
  [['dist', 'dist', '--load', 'wave'], /wave/],
  [['dist', 'dist', '--load', 'ramp:to=5', '--startup', 'x'], '--startup must be a time such as 90s, 5m or 1h, got x'],
  [['dist', 'dist', '--fail-on', 'all'], /^--fail-on knows refused, .*, finding, got all$/],
])('%j is refused in a line', (args, message) => {
  const { status, stdout, stderr } = review(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.replace('ml-app review: ', '').trimEnd()).toEqual(
    typeof message === 'string' ? message : expect.stringMatching(message),
  );
});
