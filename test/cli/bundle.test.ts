import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder';

const ROOT = join(__dirname, '..', '..');
const ML_APP = join(ROOT, 'build', 'cli', 'ml-app.js');

let folder: string;

/** A project with what this one has installed. */
beforeEach(() => {
  folder = temporaryFolder();
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "theirs" }');
});

function node(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** An app of what Kubernetes has, of what other YAML says, and of what cdk8s resolves late. */
const APP = `
const { App, AutoscaledMlApp, Probe } = require('${ROOT}/build/lib');
const { ApiObject, Chart, Include, Lazy, Names } = require('cdk8s');
const { join } = require('node:path');
const app = new App();
const chart = new Chart(app, 'chart');
new AutoscaledMlApp(chart, 'model', { image: 'a:1', readinessProbe: Probe.tcpSocket(), env: { ODD: '0x1F', TEXT: 'a: b\\n' } });
new Include(chart, 'more', { url: join(__dirname, 'parts', 'more.yaml') });
new ApiObject(chart, 'late', { apiVersion: 'v1', kind: 'ConfigMap', data: { name: Lazy.any({ produce: () => 'x' }) } });
require('./parts/part')(chart);
app.synth();
`;
const PART = `
const { ApiObject } = require('cdk8s');
const { readFileSync } = require('node:fs');
module.exports = (chart) => new ApiObject(chart, 'part', {
  apiVersion: 'v1', kind: 'ConfigMap', data: { text: readFileSync(__dirname + '/text', 'utf8'), file: __filename },
});
`;

function writeApp(): void {
  mkdirSync(join(folder, 'parts'));
  writeFileSync(join(folder, 'app.js'), APP);
  writeFileSync(join(folder, 'parts', 'part.js'), PART);
  writeFileSync(join(folder, 'parts', 'text'), 'read from beside the part\n');
  writeFileSync(join(folder, 'parts', 'more.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: more }\n');
}

const written = () => readFileSync(join(folder, 'dist', 'chart.k8s.yaml'), 'utf8');

test('a bundle writes what its app writes, at its first start and from what that keeps', () => {
  writeApp();
  expect(node('app.js')).toMatchObject({ status: 0, stderr: '' });
  const expected = written();

  const { status, stdout } = node(ML_APP, 'bundle', 'app.js');
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^app\.bundle\.cjs: \d\.\d MB; run it with: node app\.bundle\.cjs\n$/),
  });
  for (let start = 0; start < 2; start += 1) {
    writeFileSync(join(folder, 'dist', 'chart.k8s.yaml'), '');
    expect(node('app.bundle.cjs')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(written()).toBe(expected);
    expect(readdirSync(folder).filter((name) => name.endsWith('.cache'))).toHaveLength(1);
  }
  // Without the package: everything is in it.
  expect(node(ML_APP, 'synth', 'app.bundle.cjs').stdout).toMatch(/^dist: 0 written, 1 unchanged, 0 removed, /);
});

test('modules of the language, with their places', () => {
  writeFileSync(
    join(folder, 'app.mjs'),
    `import { readFileSync } from 'node:fs';
import { ApiObject, App, Chart } from 'cdk8s';
const chart = new Chart(new App(), 'chart');
const text = readFileSync(new URL('./text', import.meta.url), 'utf8');
new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', data: { text } });
App.of(chart).synth();
`,
  );
  writeFileSync(join(folder, 'text'), 'beside it');
  expect(node(ML_APP, 'bundle', 'app.mjs', '--outfile', 'out/app.cjs')).toMatchObject({ status: 0, stderr: '' });
  expect(node('out/app.cjs')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(written()).toContain('text: beside it\n');
});

test('what a file may ask of its language means the same in a bundle', () => {
  writeFileSync(
    join(folder, 'app.js'),
    `'use strict';
const { dirname, basename } = require('node:path');
const place = basename(__filename) + ' ' + (dirname(__filename) === __dirname);
const strict = (function () { return this === undefined; })();
// import.meta.url stands in a comment alone
import('node:os').then(({ EOL }) => console.log(JSON.stringify(
  [place, strict, /é/u.test('é'), /[\u{1F600}-😂]/u.test('😂'), String.raw\`é\`, EOL, require.main === module],
)));
require('./other.mjs');
`.replaceAll('\\`', '`'),
  );
  writeFileSync(
    join(folder, 'other.mjs'),
    `import { basename } from 'node:path';
const __dirname = import.meta.dirname;
console.log(basename(import.meta.filename), basename(new URL(import.meta.url).pathname), typeof __dirname);
`,
  );
  const expected = node('app.js');
  expect(expected).toMatchObject({ status: 0, stdout: expect.stringContaining('true') });
  expect(node(ML_APP, 'bundle', 'app.js')).toMatchObject({ status: 0, stderr: '' });
  for (let start = 0; start < 2; start += 1)
    expect(node('app.bundle.cjs')).toMatchObject({ status: 0, stdout: expected.stdout });
});

test('a fault of the app is told where its author wrote it', () => {
  writeFileSync(
    join(folder, 'app.js'),
    `const { App, AutoscaledMlApp } = require('${ROOT}/build/lib');
const { Chart } = require('cdk8s');
const app = new App();
new AutoscaledMlApp(new Chart(app, 'chart'), 'model', { image: 'a:1', startupBudget: 600 });
`,
  );
  node(ML_APP, 'bundle', 'app.js');
  const { status, stderr } = node(ML_APP, 'synth', 'app.bundle.cjs');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^app\.js:4:1: a time must be a Duration/);
});

test.each([
  ['no file', [], /takes one file, the compiled app/],
  ['a source', ['main.ts'], /main\.ts is TypeScript: compile it first/],
  ['no such file', ['nothing.js'], /no such file: nothing\.js/],
  ['an unknown flag', ['app.js', '--minify'], /Unknown option '--minify'; see ml-app bundle --help/],
  ['what does not parse', ['broken.js'], /broken\.js:1:8: /],
  ['a module that is not there', ['missing.js'], /missing\.js:1:9: Could not resolve "\.\/nowhere"/],
  ['a bundle over a file of theirs', ['app.js', '--outfile', 'theirs.cjs'], /theirs\.cjs stands there already/],
  [
    'a bundle that is none by its name',
    ['app.js', '--outfile', 'app.js'],
    /--outfile must end with \.cjs, got app\.js/,
  ],
  ['a folder that is a file', ['app.js', '--outfile', 'text/app.cjs'], /cannot write: /],
])('bad input writes nothing: %s', (_name, args, message) => {
  writeFileSync(join(folder, 'app.js'), '');
  writeFileSync(join(folder, 'broken.js'), 'const {;');
  writeFileSync(join(folder, 'missing.js'), "require('./nowhere');");
  writeFileSync(join(folder, 'theirs.cjs'), '// Theirs.');
  writeFileSync(join(folder, 'text'), '');
  const before = readdirSync(folder);
  const { status, stdout, stderr } = node(ML_APP, 'bundle', ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(readdirSync(folder)).toEqual(before);
});

test('without esbuild in the project it says how to get it', () => {
  const bare = temporaryFolder();
  writeFileSync(join(bare, 'app.js'), '');
  const { status, stderr } = spawnSync(process.execPath, [ML_APP, 'bundle', 'app.js'], { cwd: bare, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'ml-app bundle: esbuild is not installed in the project of the app: npm install --save-dev esbuild\n',
  });
});
