import { APP } from '../fixtures/adopted';
import { temporaryFolder } from '../temporary-folder';
import { runVerb, writeIn } from './command';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  writeIn(folder, 'app.yaml', APP);
});

const UNKNOWN = (verb: string) => `Unknown option '--nothing'; see ml-app ${verb} --help`;

test.each([
  ['check', [], 'takes files, folders or -; see ml-app check --help'],
  ['check', ['--nothing'], UNKNOWN('check')],
  ['preview', [], 'takes files, folders or -; see ml-app preview --help'],
  ['preview', ['--nothing'], UNKNOWN('preview')],
  ['preview', ['app.yaml', '--load', 'hill'], expect.stringContaining('no load is called "hill"')],
  ['preview', ['app.yaml', '--load', 'step', '--autoscaler', 'nobody'], expect.stringContaining('nobody')],
  ['preview', ['app.yaml', '--load', 'step', '--cpu-per-request', '0s'], 'cpuPerRequest must be more than 0, got 0'],
  ['review', [], 'takes two sides; see ml-app review --help'],
  ['review', ['--nothing', 'a', 'b'], UNKNOWN('review')],
  ['adopt', ['--nothing'], UNKNOWN('adopt')],
  ['bundle', ['--nothing'], UNKNOWN('bundle')],
  ['synth', [], 'takes one file, the compiled app: ml-app synth build/main.js'],
])('what the user can mend is told in a line by its verb: %s %j', (verb, args, message) => {
  const { status, stdout, stderr } = runVerb(verb, folder, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  const [line = '', ...others] = stderr.trimEnd().split('\n');
  expect(others).toEqual([]);
  expect(line.startsWith(`ml-app ${verb}: `)).toBe(true);
  expect(line.replace(`ml-app ${verb}: `, '')).toEqual(message);
});

test.each(['check', 'preview', 'adopt', 'bundle', 'synth'])('names can do nothing to the terminal: %s', (verb) => {
  const { status, stderr } = runVerb(verb, folder, ['\u001b]0;x\u0007\n.js']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^ml-app [a-z]+: .*\\x1b\]0;x\\x07\\x0a\.js.*\n$/);
});

test('a package.json that is none is no fault of our own', () => {
  writeIn(folder, 'package.json', '{');
  writeIn(folder, 'app.js', '');
  const { status, stderr } = runVerb('synth', folder, ['app.js']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^ml-app synth: cannot read .*package\.json: .*\n$/);
});
