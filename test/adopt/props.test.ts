import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adopted, textOfCase } from '../fixtures/adopted';
import { PROPS } from '../fixtures/props';

const ROOT = join(__dirname, '..', '..');
/** Below the project, so that the programs find the packages; no part of it. */
const FOLDER = join(ROOT, 'build', 'adopted');

const programs = new Map(PROPS.map((each) => [each.prop, adopted(textOfCase(each))]));

test.each([...programs])('%s: what it renders is adopted as an app, and equal', (_prop, { apps, proof }) => {
  expect(proof.unequal).toEqual([]);
  expect(apps).toHaveLength(1);
});

test('what props render, props say: nothing is patched', () => {
  const patched = [...programs].filter(([, { apps }]) => apps.some(({ patches }) => patches.length > 0));
  expect(patched.map(([prop, { apps }]) => [prop, ...(apps[0]?.patches ?? [])])).toEqual([]);
});

test('every program compiles as strictly as can be, and the linter finds nothing in it', () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const files = [...programs.values()].map(({ text }, index) => {
    const file = join(FOLDER, `app-${index}.ts`);
    writeFileSync(file, text);
    return file;
  });
  const compilerOptions = {
    noEmit: true,
    incremental: false,
    declaration: false,
    noUncheckedIndexedAccess: true,
    rootDir: ROOT,
    paths: { 'cdk8s-autoscaled-ml-app': [join(ROOT, 'lib', 'index.ts')] },
  };
  const config = { extends: join(ROOT, 'tsconfig.json'), compilerOptions, include: ['*.ts'], exclude: [] };
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(config));
  expect(runs('tsc', '--project', FOLDER)).toBe('');
  expect(runs('biome', 'check', '--error-on-warnings', '--vcs-enabled=false', ...files)).toBe('');
}, 120_000);

/** What a command says where it fails. */
function runs(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules', '.bin', command), args, {
    encoding: 'utf8',
    shell: false,
  });
  return status === 0 ? '' : `${stdout}${stderr}`.slice(0, 4000);
}
