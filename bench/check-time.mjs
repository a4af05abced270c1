// What `ml-app check` costs, as whole processes, side by side with kubeconform (strict, from its Go module, with the
// schemas of the same Kubernetes), and what the gate costs in a synth of many apps. Prints medians and ratios:
// `npm run bench:check`. Needs Go.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 11;
const FILES = 1000;
const APPS = 10_000;
const KUBECONFORM = 'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0';
const KUBERNETES = 'v1.37.2';

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-autoscaled-ml-app', 'bench-check');
// As it is published.
const ML_APP = join(ROOT, 'build', 'bin', 'ml-app.js');
const READINESS_PROBE =
  '          readinessProbe:\n            httpGet:\n              path: /healthz\n              port: 5000\n';
const REFERENCE = join(ROOT, 'dist', 'deployment-hpa.k8s.yaml');

/** A JSON schema a kind, strict: what kubeconform reads. */
function schemas() {
  const folder = join(CACHE, `schemas-${KUBERNETES}`);
  if (existsSync(folder)) return folder;
  const answer = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@${KUBERNETES}`], {
    encoding: 'utf8',
  });
  const file = join(JSON.parse(answer).Dir, 'api', 'openapi-spec', 'swagger.json');
  const { definitions } = JSON.parse(readFileSync(file, 'utf8'));
  const relative = (value) =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/definitions/', '"_definitions.json#/definitions/'));
  for (const [name, definition] of Object.entries(definitions)) {
    if (name.endsWith('.Quantity') || name.endsWith('.IntOrString')) definitions[name] = { type: ['string', 'number'] };
    else if (definition.properties) definition.additionalProperties = false;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '_definitions.json'), JSON.stringify({ definitions: relative(definitions) }));
  for (const definition of Object.values(definitions)) {
    for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      const suffix = [group.split('.')[0], version].filter(Boolean).join('-');
      writeFileSync(join(folder, `${kind}-${suffix}.json`.toLowerCase()), JSON.stringify(relative(definition)));
    }
  }
  return folder;
}

function kubeconform() {
  if (!existsSync(join(CACHE, 'kubeconform'))) {
    mkdirSync(CACHE, { recursive: true });
    execFileSync('go', ['install', KUBECONFORM], { env: { ...process.env, GOBIN: CACHE }, stdio: 'inherit' });
  }
  return join(CACHE, 'kubeconform');
}

function run(command, args) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${args.slice(0, 5).join(' ')} failed with ${status}: ${stdout}${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Side by side: each subject once a round, so that a busy moment of the machine hits all of them. */
function compare(title, subjects, rounds = ROUNDS) {
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (const measure of Object.values(subjects)) measure();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(subjects)) times[name].push(measure());
  }
  const [first] = Object.keys(subjects);
  console.log(title);
  for (const name of Object.keys(subjects)) {
    const ratio = median(times[name]) / median(times[first]);
    console.log(`  ${name.padEnd(24)} ${median(times[name]).toFixed(0).padStart(6)} ms  ${ratio.toFixed(2)} x`);
  }
}

const validator = kubeconform();
const flags = ['-strict', '-schema-location', join(schemas(), '{{ .ResourceKind }}{{ .KindSuffix }}.json')];
const many = mkdtempSync(join(tmpdir(), 'bench-check-'));
try {
  // With a readiness probe, there is nothing to tell of it.
  const text = readFileSync(REFERENCE, 'utf8').replace(
    '          resources:',
    `${READINESS_PROBE}          resources:`,
  );
  for (let index = 0; index < FILES; index += 1) {
    const own = text.replaceAll('ml-app-hpa', `app-${index}`).replaceAll('flask-test-service', `service-${index}`);
    writeFileSync(join(many, `${index}.yaml`), own.replaceAll('nodePort: 32000', `nodePort: ${30000 + index}`));
  }
  compare('one file', {
    kubeconform: () => run(validator, [...flags, REFERENCE]),
    'ml-app check': () => run(process.execPath, [ML_APP, 'check', REFERENCE]),
  });
  compare(`${FILES} files`, {
    kubeconform: () => run(validator, [...flags, many]),
    'ml-app check': () => run(process.execPath, [ML_APP, 'check', many]),
  });
} finally {
  rmSync(many, { recursive: true, force: true });
}

/** A synth of many apps in one chart, as a whole process, with its gate or without. */
const SYNTH = `
const [, root, withGate, apps, outdir] = process.argv;
const { join } = require('node:path');
const checks = require(join(root, 'build', 'lib', 'check', 'check.js'));
if (withGate === 'no') Object.defineProperty(checks, 'check', { value: () => [] });
const { App, AutoscaledMlApp, Probe } = require(join(root, 'build', 'lib'));
const { Chart } = require('cdk8s');
const app = new App({ outdir });
const chart = new Chart(app, 'many');
const props = { image: 'a:1', readinessProbe: Probe.httpGet('/healthz') };
for (let index = 0; index < Number(apps); index += 1) new AutoscaledMlApp(chart, 'app-' + index, props);
app.synth();
`;

const outdir = mkdtempSync(join(tmpdir(), 'bench-check-'));
try {
  const synth = (withGate) => () => run(process.execPath, ['-e', SYNTH, ROOT, withGate, String(APPS), outdir]);
  compare(`a synth of ${APPS} apps`, { 'without the gate': synth('no'), 'with the gate': synth('yes') }, 5);
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
