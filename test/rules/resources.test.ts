import { containerClaim } from '../../lib/rules/container-claim';
import { quantityFormat } from '../../lib/rules/quantity-format';
import { quantityNumber } from '../../lib/rules/quantity-number';
import { requestOverLimit } from '../../lib/rules/request-over-limit';
import { resourceAmount } from '../../lib/rules/resource-amount';
import { resourceName } from '../../lib/rules/resource-name';
import { toldOf, withContainer } from './containers';
import { told } from './told';

test.each(['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'nvidia.com/gpu', 'a.kubernetes.io/b'])(
  'a container can ask for %s',
  (resource) => {
    expect(toldOf(resourceName, { resources: { limits: { [resource]: 1 } } })).toEqual([]);
  },
);

test.each([
  'gpu',
  'storage',
  'pods',
  'CPU',
  'NVIDIA.com/gpu',
  'a/b/c',
  'requests.nvidia.com/gpu',
  `${'a'.repeat(246)}/b`,
])('a container can not ask for %s', (resource) => {
  expect(toldOf(resourceName, { resources: { requests: { [resource]: 1 } } })).toEqual([
    `resources.requests[${resource}]`,
  ]);
});

test('a pod as a whole can ask for less', () => {
  const pod = { resources: { limits: { cpu: 1, 'ephemeral-storage': '1Gi', 'nvidia.com/gpu': 1 } } };
  expect(toldOf(resourceName, {}, pod)).toEqual([
    'spec.template.spec.resources.limits[ephemeral-storage]',
    'spec.template.spec.resources.limits[nvidia.com/gpu]',
  ]);
  // The API server drops them: the feature is off.
  expect(toldOf(resourceName, {}, pod, 33)).toEqual([]);
});

test.each([
  [{ cpu: '0.5' }, []],
  [{ cpu: -1 }, ['.limits[cpu]']],
  [{ cpu: 'none' }, []],
  [{ 'nvidia.com/gpu': '1000m' }, []],
  [{ 'nvidia.com/gpu': '500m' }, ['.limits[nvidia.com/gpu]']],
  [{ 'nvidia.com/gpu': '1E' }, []],
  [{ 'nvidia.com/gpu': '9999999999999999999' }, ['.limits[nvidia.com/gpu]']],
  [{ 'a.kubernetes.io/b': '500m' }, []],
  [{ 'hugepages-2Mi': '4Mi', memory: '1Gi' }, []],
  [{ 'hugepages-2Mi': '3Mi', memory: '1Gi' }, ['.limits[hugepages-2Mi]']],
  [{ 'hugepages-x': '2Mi', memory: '1Gi' }, ['.limits[hugepages-x]']],
  [{ 'hugepages-2Mi': '4Mi' }, ['']],
])('the limits %j', (limits, paths) => {
  expect(toldOf(resourceAmount, { resources: { limits } })).toEqual(paths.map((path) => `resources${path}`));
});

test.each([
  [{ cpu: 1 }, { cpu: '1000m' }, []],
  [{ cpu: 2 }, { cpu: '1000m' }, ['cpu']],
  [{ cpu: 1 }, {}, []],
  [{ cpu: 1 }, { cpu: null }, ['cpu']],
  // Both are rounded up to a thousandth.
  [{ cpu: '0.0009' }, { cpu: '0.0001' }, []],
  [{ 'nvidia.com/gpu': 1 }, { 'nvidia.com/gpu': 1 }, []],
  [{ 'nvidia.com/gpu': 1 }, { 'nvidia.com/gpu': 2 }, ['nvidia.com/gpu']],
  [{ 'nvidia.com/gpu': 1 }, {}, ['nvidia.com/gpu']],
  [{ 'hugepages-2Mi': '2Mi' }, { 'hugepages-2Mi': '4Mi' }, ['hugepages-2Mi']],
  [{ 'a.kubernetes.io/b': 1 }, {}, []],
])('requests of %j with limits of %j', (requests, limits, over) => {
  const paths = over.map((resource) => `resources.requests[${resource}]`);
  expect(toldOf(requestOverLimit, { resources: { requests, limits } })).toEqual(paths);
});

test('quantities are looked at wherever they stand', () => {
  const volumes = [{ name: 'a', emptyDir: { sizeLimit: '1GB' } }];
  const valueFrom = { resourceFieldRef: { resource: 'limits.cpu', divisor: 'one' } };
  const container = { env: [{ name: 'A', valueFrom }], resources: { limits: { cpu: null, memory: '' } } };
  expect(toldOf(quantityFormat, container, { volumes })).toEqual([
    'env[0].valueFrom.resourceFieldRef.divisor',
    'resources.limits[memory]',
    'spec.template.spec.volumes[0].emptyDir.sizeLimit',
  ]);
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10 GB' } } };
  expect(told(quantityFormat, { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec })).toEqual([
    'spec.resources.requests[storage]',
  ]);
});

test('a suffix alone is 0 for Kubernetes, which nobody means', () => {
  const limits = { cpu: 'm', memory: 'Gi', 'ephemeral-storage': '1Gi', 'nvidia.com/gpu': 1, 'example.com/a': '' };
  expect(toldOf(quantityFormat, { resources: { limits } })).toEqual(['resources.limits[example.com/a]']);
  expect(toldOf(quantityNumber, { resources: { limits } })).toEqual([
    'resources.limits[cpu]',
    'resources.limits[memory]',
  ]);
});

describe('the claims of a container', () => {
  const resourceClaims = [{ name: 'gpu', resourceClaimName: 'gpu' }];

  test.each([
    [[{ name: 'gpu' }], []],
    [[{ name: 'gpu', request: '' }], []],
    [[{ name: 'other' }], ['[0].name']],
    [[{}], ['[0].name']],
    [[{ name: 'gpu' }, { name: 'gpu' }], ['[1]']],
    [
      [
        { name: 'gpu', request: 'a' },
        { name: 'gpu', request: 'b' },
      ],
      [],
    ],
    [
      [
        { name: 'gpu', request: 'a' },
        { name: 'gpu', request: 'a' },
      ],
      ['[1]'],
    ],
    [[{ name: 'gpu', request: 'a' }, { name: 'gpu' }], ['[1]']],
    [[{ name: 'gpu' }, { name: 'gpu', request: 'a' }], ['[1]']],
    [[{ name: 'gpu', request: 'A' }], ['[0].request']],
  ])('%j', (claims, paths) => {
    const expected = paths.map((path) => `resources.claims${path}`);
    expect(toldOf(containerClaim, { resources: { claims } }, { resourceClaims })).toEqual(expected);
  });

  test('are dropped before 1.34', () => {
    expect(told(containerClaim, withContainer({ resources: { claims: [{ name: 'other' }] } }), 33)).toEqual([]);
  });
});
