import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder';

const ROOT = join(__dirname, '..');
const PARTS = ['main.ts', 'lib', 'imports', 'cli', 'tools', 'dist', 'package.json', 'tsconfig.json', 'cdk8s.yaml'];

jest.setTimeout(120_000);

let folder: string;
let main: string;

/** A copy of the project, to break. */
beforeAll(() => {
  folder = temporaryFolder();
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  main = readFileSync(join(folder, 'main.ts'), 'utf8');
});

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const dist = () =>
  Object.fromEntries(
    readdirSync(join(folder, 'dist')).map((name) => [name, readFileSync(join(folder, 'dist', name), 'utf8')]),
  );

describe.each([
  ['npm run synth', ['npm', 'run', 'synth']],
  ['npx cdk8s synth', ['npx', 'cdk8s', 'synth']],
] as const)('%s', (_name, [command, ...args]) => {
  test('writes what is committed', () => {
    const before = dist();
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(run(command, ...args)).toMatchObject({ status: 0 });
    expect(dist()).toEqual(before);
  });

  test.each([
    ['a type error', 'maxReplicas: 5', "maxReplicas: '5'", /main\.ts.*TS2322/s],
    [
      'a bad prop',
      'maxReplicas: 5',
      'maxReplicas: 0',
      /spec\.maxReplicas: must be a whole number of at least 1, got 0/,
    ],
  ])('%s leaves dist as it was, and is told', (_what, sound, faulty, message) => {
    const before = dist();
    writeFileSync(join(folder, 'main.ts'), main.replace(sound, faulty));
    const { status, output } = run(command, ...args);
    writeFileSync(join(folder, 'main.ts'), main);
    expect(status).not.toBe(0);
    expect(output).toMatch(message);
    if (command === 'npm') expect(output).not.toMatch(/^\s+at /m);
    expect(dist()).toEqual(before);
  });
});

test('npx cdk8s synth -o dist is refused: cdk8s-cli would empty dist before it knows of any fault', () => {
  const before = dist();
  expect(run('npx', 'cdk8s', 'synth', '-o', 'dist')).toMatchObject({ status: 2 });
  expect(dist()).toEqual(before);
});
