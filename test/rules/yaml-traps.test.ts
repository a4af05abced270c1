import { checkFiles } from '../../lib/check/files';
import { NEWEST } from '../../lib/schema/schema';

/** What the rules about the text of YAML tell: the rule and the path. */
function toldOf(...lines: string[]) {
  const files = [{ name: 'app.yaml', content: lines.join('\n') }];
  return checkFiles(files, { kubernetes: NEWEST }).findings.map(({ rule, path, line }) => `${rule} ${path} ${line}`);
}

const configMap = ['apiVersion: v1', 'kind: ConfigMap', 'metadata:', '  name: models'];
const claimOf = (...spec: string[]) => [
  'apiVersion: apps/v1',
  'kind: ReplicaSet',
  'metadata: { name: a }',
  'spec:',
  ...spec,
];
const sound = [
  '  selector: { matchLabels: { app: a } }',
  '  template:',
  '    metadata: { labels: { app: a } }',
  '    spec:',
];

test('a key that is said twice is told, where the last one stands', () => {
  expect(toldOf(...configMap, 'data:', '  a: p', '  a: q')).toEqual(['duplicate-key data.a 7']);
  expect(toldOf(...configMap, 'data: { a: p }', 'data: { b: q }')).toEqual(['duplicate-key data 6']);
});

test('what a merge brings may be said again', () => {
  expect(
    toldOf('x: &base { a: x }', ...configMap, 'data: { <<: *base, a: y }').filter((each) => /duplicate/.test(each)),
  ).toEqual([]);
});

test('objects of a List are told with paths of their own', () => {
  const list = ['apiVersion: v1', 'kind: List', 'items:', '- apiVersion: v1', '  kind: ConfigMap'];
  expect(toldOf(...list, '  metadata: { name: a }', '  data: { k: p }', '  data: { k: q }')).toEqual([
    'duplicate-key data 8',
  ]);
});

test.each(['on', 'yes', 'y', 'No', 'OFF', '1.10', '010', '0x1F', '1_000'])('the key %s is another one', (key) => {
  expect(toldOf(...configMap, 'data:', `  ${key}: x`)).toEqual([expect.stringMatching(/^rewritten-key data.* 6$/)]);
});

test.each(['"on"', "'1.10'", 'true', '8080', 'config.yaml', '1.1'])('the key %s stays what it is', (key) => {
  expect(toldOf(...configMap, 'data:', `  ${key}: x`)).toEqual([]);
});

test('a number with a leading zero is told, unless it is the mode of a file', () => {
  const volumes = ['      volumes:', '      - { name: m, configMap: { name: models, defaultMode: 0644 } }'];
  const container = '      containers: [{ name: a, image: "a:1" }]';
  expect(toldOf(...claimOf('  replicas: 010', ...sound, container, ...volumes))).toEqual([
    'octal-number spec.replicas 5',
  ]);
  const resources = '      containers: [{ name: a, image: "a:1", resources: { requests: { cpu: 010 } } }]';
  expect(toldOf(...claimOf(...sound, resources))).toEqual([expect.stringContaining('requests.cpu')]);
});

test('in a field for text, such a number is a fault of its type alone', () => {
  expect(toldOf(...configMap, 'data:', '  code: 010')).toEqual(['field-type data[code] 6']);
});
