import { finalizerName } from '../../lib/rules/finalizer-name';
import { generation } from '../../lib/rules/generation';
import { labelSyntax } from '../../lib/rules/label-syntax';
import { ownerReference } from '../../lib/rules/owner-reference';
import { readOnlyField } from '../../lib/rules/read-only-field';
import { timeFormat } from '../../lib/rules/time-format';
import { named, told, workload } from './told';

describe('labels and annotations', () => {
  test.each([
    ['labels', 'example.com/Tier_1', '', []],
    ['labels', 'a', null, []],
    ['labels', 'Example.com/a', 'b', ['metadata.labels']],
    ['labels', 'a', 'b c', ['metadata.labels[a]']],
    ['labels', 'a', 'x'.repeat(64), ['metadata.labels[a]']],
    ['annotations', 'Example.com/a', 'any text', []],
    ['annotations', 'a b', '', ['metadata.annotations']],
    ['annotations', 'a', 'x'.repeat(256 * 1024 - 1), []],
    ['annotations', 'a', 'x'.repeat(256 * 1024), ['metadata.annotations']],
    ['annotations', 'a', 'ä'.repeat(128 * 1024), ['metadata.annotations']],
  ])('%s: %s', (field, key, value, paths) => {
    expect(told(labelSyntax, named({ name: 'a', [field]: { [key]: value } }))).toEqual(paths);
  });

  test('of a kind that nothing is known about are text, too', () => {
    const metadata = { name: 'a', labels: { version: 7 } };
    expect(told(labelSyntax, named(metadata, 'Model', 'example.com/v1'))).toEqual(['metadata.labels[version]']);
  });

  test('of the pods of any kind', () => {
    const template = { metadata: { labels: { 'a b': 'c' } } };
    expect(told(labelSyntax, workload('DaemonSet', { template }))).toEqual(['spec.template.metadata.labels']);
  });

  test('that a Service selects by', () => {
    const service = { ...named({ name: 'a' }, 'Service'), spec: { selector: { app: 'a b' } } };
    expect(told(labelSyntax, service)).toEqual(['spec.selector[app]']);
  });
});

describe('finalizers', () => {
  test.each([
    [['example.com/a'], []],
    [['kubernetes', 'foregroundDeletion'], []],
    [['cleanup'], ['metadata.finalizers[0]']],
    [['a/b/c'], ['metadata.finalizers[0]']],
    [['orphan', 'foregroundDeletion'], ['metadata.finalizers']],
  ])('%j', (finalizers, paths) => {
    expect(told(finalizerName, named({ name: 'a', finalizers }))).toEqual(paths);
  });

  test.each([
    ['PodDisruptionBudget', 'policy/v1'],
    ['ScaledObject', 'keda.sh/v1alpha1'],
  ])('of a %s need no domain', (kind, apiVersion) => {
    expect(told(finalizerName, named({ name: 'a', finalizers: ['cleanup'] }, kind, apiVersion))).toEqual([]);
    expect(told(finalizerName, named({ name: 'a', finalizers: ['a b'] }, kind, apiVersion))).toHaveLength(1);
  });
});

describe('owners', () => {
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'model', uid: 'a' };
  const path = 'metadata.ownerReferences[0]';

  test.each([
    [{}, []],
    [{ apiVersion: 'v1' }, []],
    [{ apiVersion: 'a/b/c' }, [`${path}.apiVersion`]],
    [{ apiVersion: 'apps/' }, [`${path}.apiVersion`]],
    [{ apiVersion: null }, [`${path}.apiVersion`]],
    [{ kind: '' }, [`${path}.kind`]],
    [{ name: null }, [`${path}.name`]],
    [{ uid: '' }, [`${path}.uid`]],
    [{ apiVersion: 'v1', kind: 'Event' }, [path]],
    [{ apiVersion: 'events.k8s.io/v1', kind: 'Event' }, []],
  ])('%j', (change, paths) => {
    expect(told(ownerReference, named({ name: 'a', ownerReferences: [{ ...owner, ...change }] }))).toEqual(paths);
  });

  test('one is the controller, and one that stands twice counts once', () => {
    const controller = { ...owner, controller: true };
    const other = { ...controller, uid: 'b' };
    const paths = (...ownerReferences: object[]) => told(ownerReference, named({ name: 'a', ownerReferences }));
    expect(paths(controller, owner)).toEqual([]);
    expect(paths(controller, controller)).toEqual([]);
    expect(paths(controller, other)).toEqual(['metadata.ownerReferences[1].controller']);
  });
});

describe('times', () => {
  test.each([
    '2026-01-31T12:00:00Z',
    '2028-02-29T23:59:59.123456789+01:00',
    '2026-01-31T1:00:00Z',
    '2026-01-31T12:00:00,5Z',
  ])('%s is one', (creationTimestamp) => {
    expect(told(timeFormat, named({ name: 'a', creationTimestamp }))).toEqual([]);
  });

  test.each([
    '',
    '2026-01-31',
    '2026-01-31 12:00:00Z',
    '2026-01-31T12:00:00',
    '2026-01-31t12:00:00z',
    '2026-02-30T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T12:00:60Z',
    '2026-01-31T12:00:00+0100',
    '2026-01-31T12:00:00+25:00',
  ])('%j is none', (creationTimestamp) => {
    expect(told(timeFormat, named({ name: 'a', creationTimestamp }))).toEqual(['metadata.creationTimestamp']);
  });

  test('a Lease counts microseconds', () => {
    const lease = (renewTime: string) => ({
      ...named({ name: 'a' }, 'Lease', 'coordination.k8s.io/v1'),
      spec: { renewTime },
    });
    expect(told(timeFormat, lease('2026-01-31T12:00:00.000000Z'))).toEqual([]);
    expect(told(timeFormat, lease('2026-01-31T12:00:00Z'))).toEqual(['spec.renewTime']);
  });
});

test.each([
  ['ConfigMap', 'v1', 37, 1],
  ['Deployment', 'apps/v1', 37, 0],
  ['HorizontalPodAutoscaler', 'autoscaling/v2', 36, 1],
  ['HorizontalPodAutoscaler', 'autoscaling/v2', 37, 0],
  ['Model', 'example.com/v1', 37, 0],
])('a negative generation of a %s of %s in 1.%i', (kind, apiVersion, minor, faults) => {
  expect(told(generation, named({ name: 'a', generation: -1 }, kind, apiVersion), minor)).toHaveLength(faults);
});

test('what kubectl get adds is told where the next apply would be refused', () => {
  const metadata = { name: 'a', uid: 'b', resourceVersion: '1', creationTimestamp: null, generation: 3 };
  expect(told(readOnlyField, named(metadata))).toEqual(['metadata.uid', 'metadata.resourceVersion']);
});
