import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder';

const ROOT = join(__dirname, '..', '..');
const ML_APP = join(ROOT, 'build', 'cli', 'ml-app.js');
const DIST = join(ROOT, 'dist');

function preview(...args: string[]) {
  const run = spawnSync(process.execPath, [ML_APP, 'preview', ...args], { encoding: 'utf8' });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

test('a siege of the reference app, in words and a chart', () => {
  const { status, stdout, stderr } = preview(DIST, '--load', 'siege:c=10,t=30s');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatchSnapshot();
});

test('JSON, CSV and a picture say the same', () => {
  const svg = join(temporaryFolder(), 'preview.svg');
  const load = ['--load', 'step:to=20,for=5m', '--set', 'maxReplicas=10'];
  const [asItIs, varied] = JSON.parse(preview(DIST, ...load, '--json', '--svg', svg).stdout);
  expect([asItIs.variant, varied.variant]).toEqual([null, 'maxReplicas=10']);
  expect([asItIs.summary.peakReplicas, varied.summary.peakReplicas]).toEqual([5, 10]);
  const [head, ...lines] = preview(DIST, ...load, '--csv')
    .stdout.trim()
    .split('\n');
  expect(head).toMatch(/^autoscaler,variant,seconds,replicas/);
  expect(lines).toHaveLength(asItIs.timeline.time.length + varied.timeline.time.length);
  expect(readFileSync(svg, 'utf8')).toMatch(/^<svg xmlns=.*<\/svg>\n$/s);
});

test('requests a second become cores, and metrics have loads of their own', () => {
  const rest = (args: string[]) => JSON.parse(preview(DIST, '--json', ...args).stdout)[0].summary;
  expect(rest(['--load', 'step:to=1000', '--cpu-per-request', '20ms'])).toEqual(rest(['--load', 'step:to=20']));
});

test('folders are looked at one by one, and one that is broken spoils no other', () => {
  const folder = temporaryFolder();
  const yaml = readFileSync(join(DIST, 'deployment-hpa.k8s.yaml'), 'utf8');
  for (const [name, text] of Object.entries({
    dev: yaml,
    prod: yaml.replace('maxReplicas: 5', 'maxReplicas: 3'),
    broken: 'a: [',
  })) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'app.yaml'), text);
  }
  const { status, stdout, stderr } = preview(folder);
  expect(status).toBe(2);
  expect(stderr).toMatch(/broken\/app\.yaml:1: /);
  expect(stdout.match(/^HorizontalPodAutoscaler .*/gm)).toEqual(
    ['dev', 'prod'].map(
      (name) => `HorizontalPodAutoscaler ml-app-hpa of Deployment ml-app-hpa in ${join(folder, name)}`,
    ),
  );
});

test('names can do nothing to the terminal', () => {
  const folder = temporaryFolder();
  const yaml = readFileSync(join(DIST, 'deployment-hpa.k8s.yaml'), 'utf8').replaceAll('ml-app-hpa', 'app');
  const metric = '"q\\e[31m"';
  const external = `metrics: [{ type: External, external: { metric: { name: ${metric} }, target: { type: AverageValue, averageValue: 1 } } }]`;
  writeFileSync(
    join(folder, 'a.yaml'),
    yaml.replace('autoscaling/v1', 'autoscaling/v2').replace(/targetCPUUtilizationPercentage: 40/, external),
  );
  expect(preview(folder, '--load', 'step:to=9').stdout).not.toContain('\u001b');
});

const gap = `0,1\n10,1\n20,1\n500,1\n`;

test.each([
  ['nothing to look at', [], /takes files, folders or -/],
  ['an unknown flag', [DIST, '--fast'], /Unknown option '--fast'; see ml-app preview --help/],
  ['no such load', [DIST, '--load', 'steep'], /no load is called "steep": there are step/],
  ['no such file', [DIST, '--load', 'monday.csv'], /--load: no such file: monday\.csv/],
  ['a load with a gap', [DIST, '--load', 'gap'], /gap:4: 480 s since the point before/],
  ['a load of no metric', [DIST, '--load', 'queue=step'], /no metric is called queue: there are cpu/],
  ['two formats', [DIST, '--json', '--csv'], /--json and --csv: say one of them/],
  [
    'too much to write down',
    [DIST, '--json', '--load', 'daily:days=366', '--set', 'target=60'],
    /at most 1000000 looks can be written down/,
  ],
  ['a load said twice', [DIST, '--load', 'step', '--load', 'ramp'], /--load says the load of the app twice/],
  ['a variant of nothing', [DIST, '--set', 'size=3'], /must set one of minReplicas, maxReplicas/],
  [
    'a variant that can not be',
    [DIST, '--set', 'minReplicas=9'],
    /maxReplicas must be at least minReplicas \(9\), got 5/,
  ],
  ['no time', [DIST, '--startup', 'long'], /--startup must be a time such as 90s/],
  ['no version', [DIST, '--kubernetes', '1.99'], /the Kubernetes version must be one from 1\.27 to 1\.37/],
  ['an assumption of nothing', [DIST, '--assume', 'speed=3'], /--assume must be one of metricsResolution, /],
  [
    'no period',
    [DIST, '--assume', 'syncPeriod=0s'],
    /--assume syncPeriod must be a time such as 30s, at least 1s, got "0s"/,
  ],
  ['half a pod', [DIST, '--replicas', '1.5'], /--replicas must be a whole number/],
  ['a place that can not be written', [DIST, '--svg', join(ROOT, 'main.ts', 'x.svg')], /cannot write .*x\.svg/],
  ['an autoscaler without its target', ['alone'], /what it scales is not in the input/],
  ['no requests', ['unasked'], /container ml-app-hpa asks for no cpu/],
])('bad input draws nothing: %s', (_what, args, message) => {
  const folder = temporaryFolder();
  const files: Record<string, string> = {
    gap,
    'alone.yaml': readFileSync(join(DIST, 'deployment-hpa.k8s.yaml'), 'utf8').replace(
      'kind: Deployment\nmetadata',
      'kind: Other\nmetadata',
    ),
    'unasked.yaml': readFileSync(join(DIST, 'deployment-hpa.k8s.yaml'), 'utf8').replace(
      / +resources:\n(?: {12,}.*\n)+/,
      '',
    ),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const placed = args.map((arg) =>
    Object.hasOwn(files, arg) || Object.hasOwn(files, `${arg}.yaml`)
      ? join(folder, Object.hasOwn(files, arg) ? arg : `${arg}.yaml`)
      : arg,
  );
  const { status, stdout, stderr } = preview(...placed);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^ {4}at /m);
});
