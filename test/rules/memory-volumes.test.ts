import { told, workload } from './objects';

function inMemory(sizeLimit: unknown, limits: readonly (string | undefined)[], pod = {}) {
  const volumeMounts = [{ name: 'shm', mountPath: '/dev/shm' }];
  const containers = limits.map((memory, index) => ({
    name: `c${index}`,
    image: 'model:1.0',
    volumeMounts,
    resources: { limits: { memory } },
  }));
  return [
    workload({ pod: { containers, volumes: [{ name: 'shm', emptyDir: { medium: 'Memory', sizeLimit } }], ...pod } }),
  ];
}

test.each([
  ['no size and no memory limit', inMemory(undefined, [undefined]), 1],
  ['a size of 0, which says nothing', inMemory('0', [undefined]), 1],
  ['no size, and a memory limit for one of two containers', inMemory(undefined, ['1Gi', undefined]), 1],
  ['no size and a memory limit', inMemory(undefined, ['1Gi']), 0],
  [
    'no size and a memory limit of the pod',
    inMemory(undefined, [undefined], { resources: { limits: { memory: '1Gi' } } }),
    0,
  ],
  ['a size and no memory limit', inMemory('1Gi', [undefined]), 0],
  ['no size and nobody who mounts it', inMemory(undefined, []), 0],
])('a volume in memory with %s', (_what, manifests, faults) => {
  expect(told('memory-volume-size', manifests)).toHaveLength(faults);
});

test.each([
  ['2Gi', ['1Gi'], 1],
  ['2Gi', ['1Gi', '1500Mi'], 1],
  ['2Gi', ['1Gi', '4Gi'], 0],
  ['2Gi', ['2Gi'], 0],
  ['2Gi', [undefined], 0],
  [undefined, ['1Gi'], 0],
])('a volume of %s in memory, mounted by containers of %j: %d faults', (size, limits, faults) => {
  expect(told('memory-volume-limit', inMemory(size, limits))).toHaveLength(faults);
});

test('an emptyDir on disk counts to no memory', () => {
  const volumes = [{ name: 'cache', emptyDir: { sizeLimit: '40Gi' } }];
  const container = { volumeMounts: [{ name: 'cache' }], resources: { limits: { memory: '1Gi' } } };
  const manifests = [workload({ pod: { volumes }, container })];
  expect(told('memory-volume-limit', manifests)).toEqual([]);
  expect(told('memory-volume-size', manifests)).toEqual([]);
});
