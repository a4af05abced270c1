import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { temporaryFolder } from '../temporary-folder';

const ROOT = join(__dirname, '..', '..');
const { devDependencies, overrides: OVERRIDES } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const MAIN = `import { App, Chart } from 'cdk8s';
import { AutoscaledMlApp, ScalingMetric } from 'cdk8s-autoscaled-ml-app';

const app = new App({ outdir: 'out' });
const chart = new Chart(app, 'theirs', { namespace: 'ml' });
new AutoscaledMlApp(chart, 'sentiment', {
  image: 'registry.example.com/sentiment:1.0.0',
  metrics: [ScalingMetric.cpuUtilization(70)],
});
app.synth();
`;

jest.setTimeout(300_000);

let folder: string;

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with ${status}: ${stdout}${stderr}`);
  return stdout;
}

/** What npm publishes, installed beside a cdk8s of their own. */
beforeAll(() => {
  folder = temporaryFolder();
  const tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const dependencies = Object.fromEntries(
    ['cdk8s', 'cdk8s-plus-27', 'constructs', 'esbuild', 'typescript', '@types/node'].map((name) => [
      name,
      devDependencies[name],
    ]),
  );
  dependencies['cdk8s-autoscaled-ml-app'] = `file:./${tarball.trim().split('\n').at(-1)}`;
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'stranger', private: true, dependencies, overrides: OVERRIDES }),
  );
  writeFileSync(join(folder, 'main.ts'), MAIN);
  run('npm', 'install', '--no-audit', '--no-fund');
});

test('its types check there without skipLibCheck, and it puts the app into their own chart', () => {
  const flags = ['--strict', '--target', 'es2022', '--module', 'node16', '--types', 'node', '--skipLibCheck', 'false'];
  run('npx', 'tsc', ...flags, 'main.ts');
  run('node', 'main.js');
  const yaml = readFileSync(join(folder, 'out', 'theirs.k8s.yaml'), 'utf8');
  expect(yaml.match(/^kind: .*/gm)).toEqual(['kind: Deployment', 'kind: Service', 'kind: HorizontalPodAutoscaler']);
  expect(yaml.match(/^ {2}namespace: ml$/gm)).toHaveLength(3);
  expect(yaml).toContain('targetCPUUtilizationPercentage: 70');
});

test('its classes can be imported by name from a module of the language', () => {
  const ours = MAIN.replace('{ App, Chart }', '{ Chart }').replace('{ AutoscaledMlApp,', '{ App, AutoscaledMlApp,');
  writeFileSync(join(folder, 'main.mjs'), ours.replace("'out'", "'out-too'"));
  run('npx', 'ml-app', 'synth', 'main.mjs');
  expect(readFileSync(join(folder, 'out-too', 'theirs.k8s.yaml'), 'utf8')).toContain('kind: Deployment');
});

test('a preview can be had in a test of theirs, from a module of the language, too', () => {
  writeFileSync(
    join(folder, 'monday.mts'),
    `import { readFileSync } from 'node:fs';
import { type Preview, parseShape, preview } from 'cdk8s-autoscaled-ml-app/preview';
const manifests = JSON.parse(readFileSync('objects.json', 'utf8'));
const previews: Preview[] = preview(manifests, { load: parseShape('step:to=50') });
console.log(previews.map(({ summary }) => summary.peakReplicas));
`,
  );
  const objects = readFileSync(join(folder, 'out', 'theirs.k8s.yaml'), 'utf8');
  writeFileSync(join(folder, 'objects.json'), JSON.stringify(loadAll(objects)));
  run('npx', 'tsc', '--strict', '--target', 'es2022', '--module', 'node20', '--types', 'node', 'monday.mts');
  expect(run('node', 'monday.mjs').trim()).toBe('[ 5 ]');
});

test('it makes a bundle of the app, which does the same without the packages', () => {
  const file = join(folder, 'out', 'theirs.k8s.yaml');
  const yaml = readFileSync(file, 'utf8');
  run('npx', 'ml-app', 'bundle', 'main.js');
  renameSync(join(folder, 'node_modules'), join(folder, 'elsewhere'));
  try {
    for (const keeps of ['compiles', 'loads']) {
      writeFileSync(file, '');
      expect(run('node', 'main.bundle.cjs')).toBe('');
      expect({ keeps, yaml: readFileSync(file, 'utf8') }).toEqual({ keeps, yaml });
    }
  } finally {
    renameSync(join(folder, 'elsewhere'), join(folder, 'node_modules'));
  }
});

test('it brings the command ml-app, and neither tests nor the reference app', () => {
  expect(run('npx', 'ml-app', '--version').trim()).toBe(
    JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
  );
  const files = run(
    'find',
    'node_modules/cdk8s-autoscaled-ml-app',
    '-name',
    '*.js',
    '-not',
    '-path',
    '*/node_modules/*/node_modules/*',
  );
  expect(files).toContain('build/bin/library.js');
  // Whatever is loaded is in a bundle.
  expect(files).not.toMatch(/build\/(cli|lib|imports)/);
  expect(files).not.toMatch(/main\.js|test/);
});

test('its command is the one of the sources, at its first start and from what that keeps', () => {
  const wrong = join(ROOT, 'test', 'fixtures', 'rules', 'scale-target.wrong.yaml');
  const check = (command: string, ...args: string[]) =>
    spawnSync(command, [...args, 'check', wrong, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
  const { status, stdout } = check('node', join(ROOT, 'build', 'cli', 'ml-app.js'));
  expect({ status, findings: JSON.parse(stdout).length }).toEqual({ status: 1, findings: expect.any(Number) });
  const bin = join(folder, 'node_modules', 'cdk8s-autoscaled-ml-app', 'build', 'bin');
  const kept = () => readdirSync(bin).filter((name) => name.endsWith('.cache'));
  expect(kept()).toEqual([]);
  expect(check('npx', 'ml-app')).toMatchObject({ status, stdout });
  expect(kept()).toHaveLength(1);
  expect(check('npx', 'ml-app')).toMatchObject({ status, stdout });
  // What is damaged, or of another source, is not taken, and replaced.
  const cache = join(bin, kept()[0] ?? '');
  const whole = readFileSync(cache);
  for (const damage of [Buffer.from('broken'), Buffer.from(whole).fill(0, 4096, 8192), whole.subarray(0, 500_000)]) {
    writeFileSync(cache, damage);
    expect(check('npx', 'ml-app')).toMatchObject({ status, stdout, stderr: '' });
    expect(statSync(cache).size).toBeGreaterThan(600_000);
  }
  const code = join(bin, 'check-code.js');
  writeFileSync(code, readFileSync(code, 'utf8').replaceAll('must name', 'MUST NAME'));
  expect(check('npx', 'ml-app').stdout).toBe(stdout.replaceAll('must name', 'MUST NAME'));
  expect(kept()).toHaveLength(1);
});

test('its command tells what the user can mend, though each verb is bundled with errors of its own', () => {
  const told = (...args: string[]) => spawnSync('npx', ['ml-app', ...args], { cwd: folder, encoding: 'utf8' });
  for (const verb of ['synth', 'check', 'preview', 'review', 'adopt', 'bundle']) {
    expect(told(verb)).toMatchObject({ status: 2, stderr: expect.stringMatching(`^ml-app ${verb}: takes .*\n$`) });
  }
  expect(told('preview', '.', '--load', 'hill').stderr).toMatch(/^ml-app preview: .*hill/);
});
