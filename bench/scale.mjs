// What a synth of many apps costs, side by side with what it can't cost less than, and what a single app costs as a whole
// process: `npm run bench:scale`. Prints tables; with --write, keeps them in bench/RESULTS.md.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, homedir, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { median, run, table } from './scale/measure.mjs';

const HERE = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const ROOT = join(HERE, '..');
// In memory where that can be had: what a disk adds is the same for all of them.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-scale-'));

const KINDS = {
  floor: 'floor: `JSON.stringify` and a file an app',
  plain: 'plain objects, our writer',
  held: 'the same, all objects made before the first is written',
  tree: 'the constructs alone (cdk8s), nothing written',
  ungated: '`App` without its rules',
  App: '`App`',
};
const ROUNDS = { 1000: 9, 10000: 5, 100000: 3 };

function work(kind, apps, { keep = false, image = [] } = {}) {
  const out = join(folder, 'out');
  if (!keep) rmSync(out, { recursive: true, force: true });
  return JSON.parse(run('node', [join(HERE, 'scale', 'work.mjs'), kind, String(apps), out, ...image]).stdout);
}

/** Medians by kind: the kinds take turns, so that a slow moment of the machine meets all of them. */
function scale(apps) {
  const runs = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS[apps]; round += 1) for (const kind in KINDS) runs[kind].push(work(kind, apps));
  return Object.fromEntries(
    Object.entries(runs).map(([kind, list]) => [
      kind,
      { ms: median(list.map(({ ms }) => ms)), peak: median(list.map(({ peakKilobytes }) => peakKilobytes)) },
    ]),
  );
}

function scaleReport() {
  const sizes = Object.keys(ROUNDS).map(Number);
  const results = Object.fromEntries(sizes.map((apps) => [apps, scale(apps)]));
  const idle = work('floor', 0).peakKilobytes;
  const ms = (kind, apps) => results[apps][kind].ms;
  const times = Object.keys(KINDS).map((kind) => [
    KINDS[kind],
    ...sizes.map((apps) => `${ms(kind, apps).toFixed(0)} (${(ms(kind, apps) / ms('floor', apps)).toFixed(1)} x)`),
    (ms(kind, 100_000) / 100 / (ms(kind, 1_000) / 1)).toFixed(2),
    ((results[100_000][kind].peak - idle) / 100_000).toFixed(1),
  ]);
  const [small, large] = [work('cdk8s', 1_000).ms, work('cdk8s', 3_000).ms];
  const exponent = Math.log(large / small) / Math.log(3);
  // It takes minutes: --whole measures what is extrapolated otherwise.
  const isMeasured = process.argv.includes('--whole');
  const whole = isMeasured ? work('cdk8s', 10_000).ms : large * (10_000 / 3_000) ** exponent;
  work('App', 10_000);
  const again = work('App', 10_000, { keep: true });
  const changed = work('App', 10_000, { keep: true, image: ['registry.example.com/model:1.0.1'] });
  const [deep, wide] = [work('deep', 200).ms, work('wide', 200).ms];
  return `## Many apps, a chart each

Work in ms in one process (constructs, synth, files), and how many times the floor; medians of ${sizes.map((apps) => ROUNDS[apps]).join(', ')} rounds.
The two columns at the end: an app at 100,000 over an app at 1,000; peak memory an app at 100,000, in kB, over an empty run.

${table(['', ...sizes.map((apps) => `${apps.toLocaleString('en')} apps`), 'cost an app', 'kB an app'], times)}

* cdk8s' own \`App\`: ${small.toFixed(0)} ms for 1,000 charts, ${large.toFixed(0)} for 3,000, ${(whole / 1000).toFixed(0)} s for 10,000 (each once${isMeasured ? '' : `; the last **extrapolated** by the power of ${exponent.toFixed(2)}`}):
  ${(whole / ms('ungated', 10_000)).toFixed(0)} x \`App\` without its rules, ${(whole / ms('App', 10_000)).toFixed(0)} x \`App\`.
* 10,000 apps again, nothing changed: ${again.written} files written, ${again.ms.toFixed(0)} ms; one app changed: ${changed.written} written, ${changed.ms.toFixed(0)} ms.
* Layers of objects of which each depends on all of the layer before: 200 layers of 2, ${deep.toFixed(0)} ms; 2 layers of 200, ${wide.toFixed(0)} ms.
`;
}

/** The package as npm installs it, in a project that imports cdk8s itself. */
function strangersProject() {
  const cache = join(
    process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
    'cdk8s-autoscaled-ml-app',
    'bench-stranger',
  );
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const packed = run('npm', ['pack', '--silent', '--pack-destination', cache], { cwd: ROOT }).stdout.trim().split('\n');
  const { devDependencies, overrides } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const names = ['cdk8s', 'cdk8s-plus-27', 'constructs', 'esbuild'];
  const dependencies = Object.fromEntries(names.map((name) => [name, devDependencies[name]]));
  dependencies['cdk8s-autoscaled-ml-app'] = `file:./${packed.at(-1)}`;
  writeFileSync(
    join(cache, 'package.json'),
    JSON.stringify({ name: 'stranger', private: true, dependencies, overrides }),
  );
  run('npm', ['install', '--no-audit', '--no-fund'], { cwd: cache });
  const main = readFileSync(join(ROOT, 'build', 'main.js'), 'utf8');
  writeFileSync(join(cache, 'main.js'), main.replace('"./lib"', '"cdk8s-autoscaled-ml-app"'));
  return cache;
}

function singleReport() {
  run('npm', ['run', 'bundle'], { cwd: ROOT });
  const stranger = strangersProject();
  const own = join(folder, 'own');
  mkdirSync(own);
  cpSync(join(ROOT, 'package.json'), join(own, 'package.json'));
  const bundle = (cwd, ...args) => run('node', [join(ROOT, 'build/bin/ml-app.js'), 'bundle', ...args], { cwd }).ms;
  const ownBundle = join(own, 'main.bundle.cjs');
  bundle(ROOT, 'build/main.js', '--outfile', ownBundle);
  const subjects = {
    'node -e 0': ['-e', '0'],
    'this project, `node build/main.js`': [join(ROOT, 'build/main.js')],
    'this project, bundled by `ml-app bundle`': [ownBundle],
    "a stranger's project, `node main.js`": [join(stranger, 'main.js')],
    "a stranger's project, bundled": [join(stranger, 'main.bundle.cjs')],
    "`require('cdk8s')` alone": ['-e', `require(${JSON.stringify(join(stranger, 'node_modules/cdk8s'))})`],
  };
  const bundling = [];
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < 25; round += 1) {
    if (round % 5 === 0) bundling.push(bundle(stranger, 'main.js'));
    for (const name in subjects) {
      const { ms } = run('node', subjects[name], { cwd: folder });
      // The first runs keep compiled code.
      if (round % 5 > 0) times[name].push(ms);
    }
  }
  const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
  const base = medians['node -e 0'];
  const rows = Object.entries(medians).map(([name, ms]) => [name, ms.toFixed(1), `+${(ms - base).toFixed(1)}`]);
  const saved = medians["a stranger's project, `node main.js`"] - medians["a stranger's project, bundled"];
  return `## A single app, whole process

Medians of 20 rounds, in ms, and over \`node -e 0\` of the same rounds.

${table(['', 'ms', 'over node -e 0'], rows)}

The bundling takes ${median(bundling).toFixed(0)} ms and saves ${saved.toFixed(0)} a run: it pays from run ${Math.ceil(median(bundling) / saved)} on.
`;
}

function machine() {
  const [{ model }] = cpus();
  return `${cpus().length} x ${model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}, Node ${process.version}, files in ${folder.startsWith('/dev/shm') ? 'memory (/dev/shm)' : folder}`;
}

try {
  const report = `${singleReport()}\n${scaleReport()}`;
  console.log(`${machine()}\n\n${report}`);
  if (process.argv.includes('--write')) {
    const day = new Date().toISOString().slice(0, 10);
    const head = `# What a synth costs\n\nMade by \`npm run bench:scale -- --write\` on ${day}: ${machine()}.\n`;
    const file = join(HERE, 'RESULTS.md');
    // What people make of the figures stays.
    const [said = ''] = /\n## What falls short.*/s.exec(existsSync(file) ? readFileSync(file, 'utf8') : '') ?? [];
    writeFileSync(file, `${head}\n${report}${said}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
