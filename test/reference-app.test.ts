import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, loadAll, YAML11_SCHEMA } from 'js-yaml';
import type { StoredObject } from './cluster/cluster';
import { temporaryFolder } from './temporary-folder';

const ROOT = join(__dirname, '..');
const FILE = 'deployment-hpa.k8s.yaml';

/** What main.ts writes. */
function synthesize(): string {
  const outdir = temporaryFolder();
  process.env.CDK8S_OUTDIR = outdir;
  jest.isolateModules(() => require('../main'));
  delete process.env.CDK8S_OUTDIR;
  expect(readdirSync(outdir).sort()).toEqual(['.synthesized', FILE]);
  return readFileSync(join(outdir, FILE), 'utf8');
}

const yaml = synthesize();
const [deployment, service, autoscaler] = loadAll(yaml, { schema: YAML11_SCHEMA }) as StoredObject[];

test('the whole YAML', () => {
  expect(yaml).toMatchSnapshot();
});

test('dist is up to date', () => {
  expect(readFileSync(join(ROOT, 'dist', FILE), 'utf8')).toBe(yaml);
  expect(readFileSync(join(ROOT, 'dist', '.synthesized'), 'utf8')).toBe(`${FILE}\n`);
});

test('YAML 1.1 and YAML 1.2 read the same objects', () => {
  expect(loadAll(yaml, { schema: CORE_SCHEMA })).toEqual(loadAll(yaml, { schema: YAML11_SCHEMA }));
});

test('the Deployment has no replicas: an apply would take a busy service down', () => {
  expect(deployment?.kind).toBe('Deployment');
  expect(deployment?.spec).not.toHaveProperty('replicas');
});

test('the autoscaler has no behavior, and the lowest API version that can say a CPU target', () => {
  expect(autoscaler?.apiVersion).toBe('autoscaling/v1');
  expect(autoscaler?.spec).toEqual({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'ml-app-hpa' },
    minReplicas: 1,
    maxReplicas: 5,
    targetCPUUtilizationPercentage: 40,
  });
});

test('names are exactly as written', () => {
  expect([deployment, service, autoscaler].map((object) => object?.metadata.name)).toEqual([
    'ml-app-hpa',
    'flask-test-service',
    'ml-app-hpa',
  ]);
});

test('quantities stay as written, and as text', () => {
  expect(deployment?.spec.template.spec.containers[0].resources).toEqual({
    requests: { cpu: '5', memory: '5Gi' },
    limits: { cpu: '8', memory: '8Gi' },
  });
});
