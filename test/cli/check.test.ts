import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder';
import { runVerb, writeIn } from './command';

const ROOT = join(__dirname, '..', '..');
const SOUND = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: sound }\n';
const FAULTY = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: faulty }\ndota: {}\n';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

const check = (args: readonly string[], input = '') => runVerb('check', folder, args, input);
const file = (name: string, content: string) => writeIn(folder, name, content);

test('the reference app is sound, but for a readiness probe', () => {
  const { status, stdout } = check([join(ROOT, 'dist')]);
  expect(status).toBe(0);
  expect(stdout.match(/\[\S+\]$/gm)).toEqual(['[readiness-probe]']);
  expect(stdout).toMatch(/3 objects in 1 file: 0 errors, 1 warning\n$/);
});

test('a finding stands with its object, its line and the way out', () => {
  file('a.yaml', FAULTY);
  expect(check(['a.yaml'])).toEqual({
    status: 1,
    stdout: `ConfigMap faulty (a.yaml)
  4:1  error  dota: must be a field that Kubernetes knows, got {} [unknown-field]
      dota: {}
      fix: write data

1 object in 1 file: 1 error, 0 warnings
`,
    stderr: '',
  });
});

test('a folder is read with all below it, but node_modules', () => {
  file('k8s/a.yaml', SOUND);
  file('k8s/deep/b.yml', SOUND);
  file('k8s/deep/c.json', '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}}');
  file('k8s/node_modules/d.yaml', FAULTY);
  file('k8s/e.txt', FAULTY);
  expect(check(['k8s']).stdout).toBe('3 objects in 3 files: 0 errors, 0 warnings\n');
});

test('- is the standard input', () => {
  const { status, stdout } = check(['-', '--format', 'json'], FAULTY);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([{ rule: 'unknown-field', file: '-', line: 4 }]);
});

test('--kubernetes, or the project, says which version the cluster has', () => {
  file('a.yaml', 'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: { name: gpu }\nspec: {}\n');
  expect(check(['a.yaml']).status).toBe(0);
  expect(check(['a.yaml', '--kubernetes', '1.33']).stdout).toContain('[api-version]');
  file('package.json', '{"ml-app": {"kubernetes": "1.33"}}');
  expect(check(['a.yaml']).stdout).toContain('[api-version]');
  expect(check(['a.yaml', '--kubernetes', '1.34']).status).toBe(0);
});

test('--fail-on and --level: what is told, and what fails', () => {
  const twice = (name: string) => file(`k8s/${name}`, SOUND);
  twice('a.yaml');
  twice('b.yaml');
  expect(check(['k8s'])).toMatchObject({ status: 0, stdout: '2 objects in 2 files: 0 errors, 0 warnings\n' });
  expect(check(['k8s', '--level', 'advice'])).toMatchObject({ status: 0, stdout: expect.stringContaining('1 advice') });
  expect(check(['k8s', '--fail-on', 'advice']).status).toBe(1);
});

test.each<[string, string[], RegExp]>([
  ['no path', [], /takes files, folders or -/],
  ['a path that is not there', ['no/such'], /no such file or folder: no\/such/],
  ['a folder without YAML', ['.'], /holds no \.yaml/],
  ['an unknown format', ['-', '--format', 'xml'], /--format must be one of human, json, sarif, junit, github, got xml/],
  ['an unknown level', ['-', '--level', 'info'], /--level must be one of error, warning, advice, got info/],
  ['an unknown flag', ['-', '--strict'], /--strict/],
  ['a version that is not known', ['-', '--kubernetes', '1.12'], /must be one from 1\.27 to 1\.37, got "1\.12"/],
])('%s is told in one line, with exit code 2', (_what, args, message) => {
  const { status, stdout, stderr } = check(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('what two paths lead to is read once', () => {
  file('k8s/a.yaml', SOUND);
  expect(check(['k8s', 'k8s/a.yaml', join(folder, 'k8s')]).stdout).toBe('1 object in 1 file: 0 errors, 0 warnings\n');
});

test('what can not be read below a folder is named; the rest is checked', () => {
  file('k8s/a.yaml', FAULTY);
  symlinkSync('nowhere', join(folder, 'k8s', 'gone.yaml'));
  spawnSync('mkfifo', [join(folder, 'k8s', 'pipe.yaml')]);
  const { status, stdout, stderr } = check(['k8s']);
  expect(status).toBe(2);
  expect(stdout).toContain('[unknown-field]');
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/cannot read k8s\/gone.yaml: ENOENT/),
    expect.stringMatching(/cannot read k8s\/pipe.yaml: no regular file/),
  ]);
});

test('nothing is not sound', () => {
  expect(check(['-'])).toMatchObject({ status: 2, stderr: expect.stringContaining('the standard input is empty') });
  file('empty.yaml', '# nothing\n');
  expect(check(['empty.yaml'])).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing to check') });
});

test('UTF-16 with a byte order mark is read', () => {
  writeFileSync(join(folder, 'a.yaml'), Buffer.from(`\uFEFF${FAULTY}`, 'utf16le'));
  expect(check(['a.yaml']).stdout).toContain('[unknown-field]');
});

test('what is not checked is told on the standard error where the format has no place for it', () => {
  file('a.yaml', `${SOUND}---\nservices: {}\n`);
  expect(check(['a.yaml', '--format', 'json'])).toEqual({
    status: 0,
    stdout: '[]\n',
    stderr: expect.stringMatching(/^not checked: a.yaml:5: no Kubernetes object/),
  });
});

test('what makes it fail is told, whatever the level', () => {
  file('a.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: a }] }\n');
  expect(check(['a.yaml', '--level', 'error', '--fail-on', 'warning'])).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('[image-tag]'),
  });
});
