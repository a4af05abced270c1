// What `npm run synth` costs from the second run on, as whole processes, side by side with an empty npm script and with
// cdk8s-cli over ts-node. Prints medians and ratios: `npm run bench`.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 15;
const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-autoscaled-ml-app', 'bench-ts-node');

/** The reference app in the project that `cdk8s init typescript-app` makes: cdk8s-cli, ts-node, TypeScript 5.9. */
function tsNodeProject() {
  if (!existsSync(join(CACHE, 'node_modules'))) {
    mkdirSync(CACHE, { recursive: true });
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const dependencies = Object.fromEntries(
      ['cdk8s', 'cdk8s-plus-27', 'constructs', '@types/node'].map((name) => [name, devDependencies[name]]),
    );
    Object.assign(dependencies, {
      'cdk8s-cli': '2.207.60',
      'ts-node': '10.9.2',
      typescript: '5.9.3',
      'js-yaml': '5.5.0',
    });
    writeFileSync(join(CACHE, 'package.json'), JSON.stringify({ name: 'bench', private: true, dependencies }));
    writeFileSync(join(CACHE, 'cdk8s.yaml'), 'language: typescript\napp: npx ts-node main.ts\n');
    const compilerOptions = { module: 'commonjs', target: 'es2022', lib: ['es2023'], strict: true, skipLibCheck: true };
    writeFileSync(join(CACHE, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    run('npm', ['install', '--omit=optional', '--no-audit', '--no-fund'], CACHE);
  }
  for (const name of ['main.ts', 'lib', 'imports']) cpSync(join(ROOT, name), join(CACHE, name), { recursive: true });
  return CACHE;
}

function run(command, args, cwd) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stdout}${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** A comment of its own each time: what a compiler knows of main.ts is out of date. */
function editMain(round) {
  writeFileSync(MAIN, `${ORIGINAL}// ${round}\n`);
}

const MAIN = join(ROOT, 'main.ts');
const ORIGINAL = readFileSync(MAIN, 'utf8');
const tsNode = tsNodeProject();
const subjects = {
  'npm run of an empty script': () => run('npm', ['run', 'empty'], ROOT),
  'npm run synth, nothing changed': () => run('npm', ['run', 'synth'], ROOT),
  'npm run synth, main.ts changed': (round) => {
    editMain(round);
    return run('npm', ['run', 'synth'], ROOT);
  },
  'cdk8s synth through ts-node': () => run('npx', ['cdk8s', 'synth', '--check-upgrade=false'], tsNode),
};
const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
try {
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, measure] of Object.entries(subjects)) {
      const time = measure(round);
      if (round > 0) times[name].push(time);
      writeFileSync(MAIN, ORIGINAL);
      if (name.endsWith('main.ts changed')) run('npm', ['run', 'compile'], ROOT);
    }
  }
} finally {
  writeFileSync(MAIN, ORIGINAL);
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const empty = median(times['npm run of an empty script']);
const slow = median(times['cdk8s synth through ts-node']);
console.log(`medians of ${ROUNDS} rounds, whole processes\n`);
console.log('|  | ms | x empty script | x cdk8s synth |\n| --- | --- | --- | --- |');
for (const [name, list] of Object.entries(times)) {
  const value = median(list);
  console.log(`| ${name} | ${value.toFixed(0)} | ${(value / empty).toFixed(2)} | ${(value / slow).toFixed(2)} |`);
}
