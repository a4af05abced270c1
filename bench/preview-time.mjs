// What a preview costs: a day at 15 s once warm, and our controller beside upstream's in virtual time, on the same worlds:
// `npm run bench:preview`. Needs Go.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { median, table } from './scale/measure.mjs';

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const WORLDS = 100;
const folder = mkdtempSync(join(tmpdir(), 'bench-preview-'));

/** The worlds of the tests are TypeScript, and in no build. */
async function load(name, file) {
  const outfile = join(folder, name);
  const define = { __dirname: JSON.stringify(dirname(join(ROOT, file))) };
  await build({ entryPoints: [join(ROOT, file)], outfile, bundle: true, platform: 'node', target: 'node20', define });
  return require(outfile);
}

function aDay({ preview, parseShape }) {
  const { loadAll } = require('js-yaml');
  const { readFileSync } = require('node:fs');
  const manifests = loadAll(readFileSync(join(ROOT, 'dist', 'deployment-hpa.k8s.yaml'), 'utf8'));
  const { play } = require(join(ROOT, 'build/lib/preview/play.js'));
  const request = { load: parseShape('daily:low=1,high=30'), duration: 24 * 3_600_000 };
  const [{ subject }] = preview(manifests, request);
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    play(subject.setup);
    return performance.now() - start;
  });
  return { first: times[0], warm: median(times.slice(20)), looks: play(subject.setup).time.length };
}

/** Milliseconds in our controller alone, and of a process of upstream's, without that of one without worlds. */
function beside(version, { playWorld }, { Random }, { reconcile }, { playerOf }) {
  const kubernetes = Number(version.split('.')[1]);
  let ours = 0;
  let looks = 0;
  const timed = (...args) => {
    const start = performance.now();
    const decision = reconcile(...args);
    ours += performance.now() - start;
    looks += 1;
    return decision;
  };
  // Warm, as it is after the first preview.
  for (let number = 0; number < WORLDS; number += 1) playWorld('', new Random(-number), kubernetes, timed);
  [ours, looks] = [0, 0];
  const scenarios = Array.from({ length: WORLDS }, (_, number) => {
    const { scenario } = playWorld(String(number), new Random(number + 1), kubernetes, timed);
    return `${JSON.stringify(scenario)}\n`;
  });
  const upstream = (input) => {
    const start = performance.now();
    const { status } = spawnSync(playerOf(version), {
      input,
      maxBuffer: 2 ** 30,
      env: { ...process.env, ORACLE_PARALLEL: '1' },
    });
    if (status !== 0) throw new Error(`the upstream controller ${version} failed`);
    return performance.now() - start;
  };
  const theirs = upstream(scenarios.join('')) - upstream('');
  return [version, String(looks), (ours / looks) * 1000, (theirs / looks) * 1000, theirs / ours];
}

try {
  const day = aDay(require(join(ROOT, 'build/lib/preview/index.js')));
  console.log(
    `A day of ${day.looks} looks: ${day.warm.toFixed(1)} ms once warm, ${day.first.toFixed(0)} ms the first time.\n`,
  );
  const [worlds, random, player] = [
    await load('worlds.cjs', 'test/oracle/worlds.ts'),
    await load('random.cjs', 'test/fixtures/random.ts'),
    await load('player.cjs', 'test/oracle/player.ts'),
  ];
  const controller = require(join(ROOT, 'build/lib/autoscaling/controller/reconcile.js'));
  const rows = ['1.27.4', '1.37.2'].map((version) => beside(version, worlds, random, controller, player));
  const shown = rows.map(([version, looks, ours, theirs, ratio]) => [
    version,
    looks,
    ours.toFixed(2),
    theirs.toFixed(0),
    `${ratio.toFixed(0)} x`,
  ]);
  console.log(table(['Kubernetes', 'looks', 'us a look, ours', 'us a look, upstream', 'ratio'], shown));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
