import { object, told, workload } from './objects';

/** What a rule tells of the resources of a container. */
function ofResources(rule: string, resources: Record<string, unknown>) {
  return told(rule, [workload({ container: { resources } })]);
}

test.each([
  ['512m', 'this is 0.512 bytes', 'write 512Mi'],
  [4, 'this is 4 bytes', 'write 4Gi, or 4Mi'],
  ['2048', 'this is 2048 bytes', 'write 2048Mi'],
  ['512k', 'this is 512000 bytes', 'write 512Mi'],
  ['1m', 'this is 0.001 bytes', 'write 1Mi'],
])('memory of %s is hardly any', (memory, message, way) => {
  const expected = [expect.stringMatching(new RegExp(`${message}.*${way}`))];
  expect(ofResources('memory-unit', { requests: { memory } })).toEqual(expected);
  expect(ofResources('memory-unit', { limits: { memory } })).toEqual([]);
  expect(ofResources('memory-limit', { limits: { memory } })).toEqual(expected);
  expect(ofResources('memory-limit', { requests: { memory } })).toEqual([]);
});

test.each(['1Mi', '64Mi', '32Ti', '2e9', 0, '0', 'text', null])('memory of %s is sound', (memory) => {
  for (const rule of ['memory-unit', 'memory-limit']) {
    expect(ofResources(rule, { requests: { memory }, limits: { memory } })).toEqual([]);
  }
});

test('memory that no node has is told', () => {
  expect(ofResources('memory-unit', { requests: { memory: '512Pi' } })).toHaveLength(1);
  expect(ofResources('memory-unit', { limits: { memory: '512Pi' } })).toHaveLength(1);
});

test('the resources of the pod as a whole are looked at, too', () => {
  const pod = { resources: { limits: { memory: '512m', cpu: 1500 } } };
  expect(told('memory-limit', [workload({ pod })])).toHaveLength(1);
  expect(told('cpu-unit', [workload({ pod })])).toHaveLength(1);
});

test.each([
  [{ cpu: 1500 }, 'write 1500m'],
  [{ cpu: '500Mi' }, 'write 500m'],
  [{ cpu: '2k' }, 'write 2m'],
  [{ cpu: '250', memory: '256Mi' }, 'write 250m'],
  [{ cpu: 100, memory: '1Gi' }, 'write 100m'],
])('%j is more CPU than a node has', (requests, way) => {
  expect(ofResources('cpu-unit', { requests })).toEqual([expect.stringContaining(way)]);
  expect(ofResources('cpu-unit', { limits: requests })).toHaveLength(1);
});

test.each([
  { cpu: '500m' },
  { cpu: 96 },
  { cpu: 192, memory: '1Ti', 'nvidia.com/gpu': 8 },
  { cpu: 180 },
  { cpu: 4, memory: '128Mi' },
])('%j is CPU that some node has', (requests) => {
  expect(ofResources('cpu-unit', { requests })).toEqual([]);
});

test.each([
  ['a claim', [object('v1', 'PersistentVolumeClaim', 'model', { spec: { resources: { requests: { storage: 20 } } } })]],
  [
    'a claim of a StatefulSet',
    [
      workload({
        kind: 'StatefulSet',
        spec: { volumeClaimTemplates: [{ spec: { resources: { requests: { storage: 20 } } } }] },
      }),
    ],
  ],
  ['an emptyDir', [workload({ pod: { volumes: [{ name: 'cache', emptyDir: { sizeLimit: '500m' } }] } })]],
  ['ephemeral storage', [workload({ container: { resources: { limits: { 'ephemeral-storage': '2' } } } })]],
])('%s of a few bytes is told', (_what, manifests) => {
  expect(told('storage-unit', manifests)).toEqual([expect.stringContaining('must be storage that a file fits in')]);
});
