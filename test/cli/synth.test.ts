import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder';

const ROOT = join(__dirname, '..', '..');
const ML_APP = join(ROOT, 'build', 'cli', 'ml-app.js');

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

/** Runs the compiled command line, as a user does. */
function mlApp(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ML_APP, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** An app that is told nothing of. */
const SOUND = "{ image: 'a:1', readinessProbe: Probe.tcpSocket() }";

/** An app whose props are the given JavaScript. */
function appFile(props: string, name = 'app.js'): string {
  const header = name.endsWith('.mjs')
    ? `import { createRequire } from 'node:module';\nconst require = createRequire('${ROOT}/main.ts');\nawait null;\n`
    : '';
  writeFileSync(
    join(folder, name),
    `${header}const { Chart, Duration } = require('${ROOT}/node_modules/cdk8s');
const { App, AutoscaledMlApp, Probe } = require('${ROOT}/build/lib');
const app = new App();
new AutoscaledMlApp(new Chart(app, 'chart'), 'model', ${props});
app.synth();
`,
  );
  return name;
}

test.each(['app.js', 'app.mjs'])('writes, and says what became of the folder: %s', (name) => {
  const file = appFile(SOUND, name);
  expect(mlApp('synth', file)).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^dist: 1 written, 0 unchanged, 0 removed, \d+\.\d\d s\n$/),
    stderr: '',
  });
  expect(mlApp('synth', file).stdout).toMatch(/^dist: 0 written, 1 unchanged, 0 removed, /);
  expect(readdirSync(join(folder, 'dist'))).toEqual(['.synthesized', 'chart.k8s.yaml']);
});

test('a fault leaves dist as it was, and is told without a stack trace', () => {
  mlApp('synth', appFile("{ image: 'a:1' }"));
  const before = readFileSync(join(folder, 'dist', 'chart.k8s.yaml'), 'utf8');

  const { status, stdout, stderr } = mlApp('synth', appFile("{ image: 'a:1', minReplicas: 9 }"));

  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe(`1 fault, nothing was written:
  [chart/model] HorizontalPodAutoscaler model: spec.maxReplicas: must be at least minReplicas (9), got 5
    fix: raise maxReplicas or lower minReplicas (replica-range)
`);
  expect(readFileSync(join(folder, 'dist', 'chart.k8s.yaml'), 'utf8')).toBe(before);
});

test('names of files can do nothing to the terminal, and many of them are counted', () => {
  const file = appFile(SOUND);
  mlApp('synth', file);
  const names = ['\u001b]0;x\u0007.yaml', ...Array.from({ length: 30 }, (_, index) => `old${index}.yaml`)];
  for (const name of names) writeFileSync(join(folder, 'dist', name), '');
  writeFileSync(join(folder, 'dist', '.synthesized'), names.join('\n'));
  writeFileSync(join(folder, 'dist', 'chart.k8s.yaml'), readFileSync(join(folder, 'dist', 'chart.k8s.yaml')));
  const { stdout } = mlApp('synth', file);
  expect(stdout).toMatch(/31 removed \(\\x1b\]0;x\\x07\.yaml, old0\.yaml, .*, and 21 more\)/);
});

test('a source is told to be compiled first, and what does not parse is told with its line', () => {
  expect(mlApp('synth', 'main.ts')).toMatchObject({ status: 2, stderr: expect.stringMatching(/compile it first/) });
  writeFileSync(join(folder, 'broken.js'), 'const a = 1;\nconst b = {;\n');
  expect(mlApp('synth', 'broken.js')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^broken\.js:2: /) });
});

test('a time that is no Duration is told, from JavaScript without types', () => {
  const { status, stderr } = mlApp('synth', appFile("{ image: 'a:1', startupBudget: 600 }"));
  expect(status).toBe(2);
  expect(stderr).toMatch(/^app\.js:4:\d+: a time must be a Duration, such as Duration\.seconds\(600\), got 600\n/);
});

test('null says nothing', () => {
  const nulls = "{ image: 'a:1', ingress: null, drain: null, pod: { securityContext: null }, imageRegistry: null }";
  expect(mlApp('synth', appFile(nulls)).status).toBe(0);
  const before = readFileSync(join(folder, 'dist', 'chart.k8s.yaml'), 'utf8');
  mlApp('synth', appFile("{ image: 'a:1' }"));
  expect(readFileSync(join(folder, 'dist', 'chart.k8s.yaml'), 'utf8')).toBe(before);
});

test('an error of the author is told with its place, without a stack trace', () => {
  const file = appFile("{ image: 'a:1', behavior: { scaleUp: { stabilizationWindow: Duration.seconds(-1) } } }");
  const { status, stderr } = mlApp('synth', file);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^app\.js:4:\d+: Duration amounts cannot be negative\. Received: -1\n/);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(mlApp('synth', file, '--debug').stderr).toMatch(/^\s+at /m);
});

test.each([
  ['no verb', [], /^Usage: ml-app/],
  ['an unknown verb', ['sinth'], /no verb 'sinth'; there are: synth/],
  ['a verb that every object has', ['toString'], /no verb 'toString'/],
  ['no file', ['synth'], /takes one file/],
  ['two files', ['synth', 'a.js', 'b.js'], /takes one file/],
  ['an unknown option', ['synth', 'a.js', '--outdir', 'x'], /--outdir/],
  ['a file that is not there', ['synth', 'nope.js'], /no such file: nope\.js/],
])('%s: exit code 2, one clear message', (_what, args, message) => {
  const { status, stdout, stderr } = mlApp(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('an app that never calls synth is told: its old output would pass for new', () => {
  writeFileSync(join(folder, 'app.js'), '');
  expect(mlApp('synth', 'app.js')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no App of cdk8s-autoscaled-ml-app said synth()'),
  });
});

test('an app may synthesise in a callback', () => {
  appFile(SOUND, 'inner.js');
  writeFileSync(join(folder, 'app.js'), "setTimeout(() => require('./inner.js'), 10);");
  expect(mlApp('synth', 'app.js')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^dist: 1 written, 0 unchanged, 0 removed, /),
  });
});

test('an error in a callback is told too', () => {
  writeFileSync(join(folder, 'app.js'), 'setTimeout(() => { throw new Error("late"); }, 10);');
  const { status, stderr } = mlApp('synth', 'app.js');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^app\.js:1:\d+: late\n/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('--help and --version', () => {
  expect(mlApp('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('ml-app synth build/main.js') });
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(mlApp('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});
