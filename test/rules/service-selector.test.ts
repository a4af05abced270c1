import { object, service, told, workload } from './objects';

const RULE = 'service-selector';
const NAME = 'app.kubernetes.io/name';

test.each([
  ['a misspelt value', { app: 'sentimant' }, { app: 'sentiment' }, 'write app: sentiment'],
  ['another key', { [NAME]: 'sentiment' }, { app: 'sentiment' }, 'write app: sentiment'],
  ['a label too many', { app: 'sentiment', tier: 'model' }, { app: 'sentiment' }, 'leave tier out'],
])('%s is told with the way to the pods', (_what, selector, labels, way) => {
  expect(told(RULE, [workload({ labels }), service({ selector })])).toEqual([expect.stringContaining(way)]);
});

test('labels that stand on the Deployment and not on its pods are told', () => {
  const labelled = workload({ labels: { run: 'x1' } });
  const manifest = { ...labelled, metadata: { name: 'sentiment', labels: { app: 'sentiment' } } };
  expect(told(RULE, [manifest, service({})])).toEqual([expect.stringContaining('spec.template.metadata.labels')]);
});

test('pods of another namespace are told where both say theirs', () => {
  expect(told(RULE, [workload({ namespace: 'models' }), service({}, 'sentiment', 'apps')])).toEqual([
    expect.stringContaining('write namespace: models'),
  ]);
  expect(told(RULE, [workload({ namespace: 'models' }), service({})])).toEqual([]);
  expect(told(RULE, [workload(), service({}, 'sentiment', 'apps')])).toEqual([]);
});

test.each([
  ['pods that are found', { app: 'sentiment' }, { app: 'sentiment', track: 'stable' }],
  ['pods of something else', { app: 'postgres' }, { app: 'sentiment' }],
  ['a series of names', { app: 'model-v2' }, { app: 'model-v1' }],
  [
    'a label that many share',
    { 'app.kubernetes.io/part-of': 'shop', app: 'cart' },
    { 'app.kubernetes.io/part-of': 'shop' },
  ],
])('%s: nothing is told', (_what, selector, labels) => {
  expect(told(RULE, [workload({ labels }), service({ selector })])).toEqual([]);
});

test('a workload that has a Service was not meant', () => {
  expect(told(RULE, [workload(), service({}), service({ selector: { app: 'sentimant' } }, 'other')])).toEqual([]);
});

test.each([
  ['Pod', { metadata: { name: 'p', labels: { app: 'sentimant' } } }],
  ['Job', { spec: { template: { metadata: { labels: { app: 'sentimant' } } } } }],
  ['Rollout', { spec: { template: { metadata: { labels: { app: 'sentimant' } } } } }],
  ['CronJob', { spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: 'sentimant' } } } } } } }],
])('pods of a %s count, too', (kind, rest) => {
  const other = object('v1', kind, 'p', rest);
  expect(told(RULE, [workload(), other, service({ selector: { app: 'sentimant' } })])).toEqual([]);
});

test('a Service without a selector, and an alias, select nothing', () => {
  expect(told(RULE, [workload(), service({ selector: undefined })])).toEqual([]);
  expect(told(RULE, [workload(), service({ type: 'ExternalName', selector: { app: 'sentimant' } })])).toEqual([]);
});
