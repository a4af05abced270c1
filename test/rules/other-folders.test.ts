import { checkFiles } from '../../lib/check/files';
import type { Manifest } from '../../lib/manifest';
import { NEWEST } from '../../lib/schema/schema';
import { autoscaler, budget, object, service, workload } from './objects';

/** The rules that find something in folders of objects that are checked together. */
function rulesFor(folders: Readonly<Record<string, readonly Manifest[]>>): string[] {
  const files = Object.entries(folders).map(([folder, manifests]) => ({
    name: `${folder}/app.yaml`,
    content: manifests.map((each) => JSON.stringify(each)).join('\n---\n'),
  }));
  return checkFiles(files, { kubernetes: NEWEST })
    .findings.filter(({ severity }) => severity !== 'advice')
    .map(({ rule, file }) => `${rule} ${file}`);
}

const ports = [{ port: 80, targetPort: 8000 }];
const misspelt = (namespace?: string) => service({ selector: { app: 'sentimet' }, ports }, 'sentiment', namespace);
const front = (name: string, port: number, namespace?: string) => {
  const backend = { service: { name, port: { number: port } } };
  return object('networking.k8s.io/v1', 'Ingress', 'front', { spec: { defaultBackend: backend } }, namespace);
};
const container = { env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'models', key: 'MODEL' } } }] };
const config = (namespace?: string) => object('v1', 'ConfigMap', 'models', { data: { SIZE: '1' } }, namespace);

test.each([
  ['service-selector services/app.yaml', { services: [misspelt('ml')], pods: [workload({ namespace: 'ml' })] }],
  [
    'backend-service edge/app.yaml',
    { edge: [front('sentimet', 80, 'ml')], apps: [service({ ports }, 'sentiment', 'ml')] },
  ],
  [
    'backend-port edge/app.yaml',
    { edge: [front('sentiment', 8000, 'ml')], apps: [service({ ports }, 'sentiment', 'ml')] },
  ],
  ['reference-key pods/app.yaml', { pods: [workload({ namespace: 'ml', container })], config: [config('ml')] }],
])('%s is told across folders that share a namespace', (finding, folders) => {
  expect(rulesFor(folders)).toEqual([finding]);
});

test.each([
  ['a Service', { services: [misspelt()], pods: [workload()] }],
  ['the name of a backend', { edge: [front('sentimet', 80)], apps: [service({ ports })] }],
  ['the port of a backend', { edge: [front('sentiment', 8000)], apps: [service({ ports })] }],
  ['a key', { pods: [workload({ container })], config: [config()] }],
])('%s: folders without a namespace may be nothing to each other', (_what, folders) => {
  expect(rulesFor(folders)).toEqual([]);
});

test('an Ingress is held against none of the Services of its name where one has the port', () => {
  const [a, b] = [80, 8080].map((port) => service({ ports: [{ port }] }, 'sentiment', 'ml'));
  const folders = { edge: [front('sentiment', 8080, 'ml')], old: [a], new: [b] } as Record<string, Manifest[]>;
  expect(rulesFor(folders)).toEqual([]);
});

test('a budget counts the pods of all folders', () => {
  const canary = workload({ name: 'canary', labels: { app: 'sentiment', track: 'canary' } });
  const main = workload({ spec: { replicas: 2 } });
  expect(rulesFor({ canary: [canary, budget({ minAvailable: 1 })] })).toEqual([
    'disruption-budget-blocks canary/app.yaml',
  ]);
  expect(rulesFor({ canary: [canary, budget({ minAvailable: 1 })], main: [main] })).toEqual([]);
});

test('a budget counts the pods that an autoscaler of another folder leaves', () => {
  const app = [workload({ container: { resources: { requests: { cpu: 1 } } } }), budget({ minAvailable: 1 })];
  expect(rulesFor({ app, scaling: [autoscaler(2, 5)] })).toEqual([]);
  expect(rulesFor({ app, scaling: [autoscaler(1, 5)] })).toEqual(['disruption-budget-blocks app/app.yaml']);
});
