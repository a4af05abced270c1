import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { APP } from '../fixtures/adopted';
import { temporaryFolder } from '../temporary-folder';
import { runVerb, writeIn } from './command';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { a: b }\n';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  file('k8s/app.yaml', APP);
});

const adopt = (args: readonly string[], input = '') => runVerb('adopt', folder, args, input);
const file = (name: string, content: string) => writeIn(folder, name, content);

const written = (name = 'main.ts') => readFileSync(join(folder, name), 'utf8');

test('says what it made, what it kept and left out, and what comes next', () => {
  const { status, stdout, stderr } = adopt(['k8s']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatchSnapshot();
  expect(written()).toContain("new AutoscaledMlApp(chart, 'ranker', {");
});

test('never replaces a file unasked', () => {
  file('main.ts', '// mine\n');
  const refused = adopt(['k8s']);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toBe(
    'ml-app adopt: main.ts stands there already: move it away, say --outfile, or --force to replace it\n',
  );
  expect(written()).toBe('// mine\n');
  expect(adopt(['k8s', '--outfile', 'ranker.ts']).status).toBe(0);
  expect(adopt(['k8s', '--force']).status).toBe(0);
  expect(written()).toBe(written('ranker.ts'));
  expect(readdirSync(folder).sort()).toEqual(['k8s', 'main.ts', 'ranker.ts']);
});

test('a link that leads nowhere stands there, too, and so does a folder', () => {
  symlinkSync('nowhere.ts', join(folder, 'main.ts'));
  mkdirSync(join(folder, 'folder.ts'));
  const refused = adopt(['k8s']);
  expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('main.ts stands there') });
  expect(adopt(['k8s', '--force', '--outfile', 'folder.ts'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'ml-app adopt: folder.ts is a folder: say another --outfile\n',
  });
  expect(adopt(['k8s', '--force']).status).toBe(0);
  expect(written()).toContain('new AutoscaledMlApp');
});

test('reads the standard input', () => {
  expect(adopt(['-'], APP).status).toBe(0);
  expect(written()).toContain("new Chart(app, 'adopted')");
});

test('a broken document is named, and the rest adopted', () => {
  file('k8s/broken.yaml', `${CONFIG_MAP}---\nkind: [\n`);
  const { status, stdout } = adopt(['k8s']);
  expect(status).toBe(2);
  expect(stdout).toMatch(/Can't be read:\n {2}k8s\/broken\.yaml:\d+: /);
  expect(written()).toContain("'ConfigMap-settings'");
});

test('what would not be equal is told, and written only in part', () => {
  file(
    'k8s/large.yaml',
    'apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: a }\nspec: { size: 9007199254740993 }\n',
  );
  const refused = adopt(['k8s']);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain('k8s/large.yaml:4: Thing a: spec.size: ');
  expect(existsSync(join(folder, 'main.ts'))).toBe(false);
  expect(adopt(['k8s', '--partial']).status).toBe(1);
  expect(written()).not.toContain('Thing');
});

test('what a synth will refuse is told', () => {
  file('k8s/app.yaml', APP.replace('maxReplicas: 6', 'maxReplicas: 1'));
  const { status, stdout } = adopt(['k8s']);
  expect(status).toBe(1);
  expect(stdout).toMatch(/A synth refuses these until they are mended:\n {2}k8s\/app\.yaml:\d+: .*\[replica-range\]/);
});

test.each([
  [[], 'takes files, folders or -; see ml-app adopt --help'],
  [['nowhere'], 'no such file or folder: nowhere'],
  [['k8s', '--outfile', 'main.js'], '--outfile must end with .ts, got main.js'],
  [['k8s', '--outfile', 'k8s/app.yaml/main.ts'], 'k8s/app.yaml is no folder: say another --outfile'],
  [['k8s', '--outfile', 'no/where/main.ts'], 'no such folder: no/where; make it first (mkdir -p)'],
  [['k8s', '--outfile', `${'x'.repeat(300)}.ts`], /^cannot write x+\.ts: ENAMETOOLONG/],
  [['k8s', '--kubernetes', '1.2'], /1\.2/],
  [['empty.yaml'], 'nothing to adopt: empty.yaml holds no object for a cluster'],
])('%j is refused in a line, and nothing is written', (args, message) => {
  file('empty.yaml', '# nothing\n');
  const { status, stdout, stderr } = adopt(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  const [line = '', ...others] = stderr.trimEnd().split('\n');
  expect(others).toEqual([]);
  if (typeof message === 'string') expect(line).toBe(`ml-app adopt: ${message}`);
  else expect(line.replace('ml-app adopt: ', '')).toMatch(message);
  expect(readdirSync(folder).sort()).toEqual(['empty.yaml', 'k8s']);
});
