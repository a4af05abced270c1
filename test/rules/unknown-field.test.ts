import { unknownField } from '../../lib/rules/unknown-field';
import { setOf } from '../manifests';
import { autoscaler, workload } from './told';

const container = (fields: object) => ({
  template: { metadata: { labels: { app: 'model' } }, spec: { containers: [{ name: 'server', ...fields }] } },
});

test.each([
  ['a misspelt field', workload('Deployment', { replcas: 3 }), 'write replicas'],
  [
    'a field that belongs further down',
    workload('Deployment', { template: { spec: { readinessProbe: {} } } }),
    'move it: spec.template.spec.containers[] has such a field',
  ],
  [
    'a field that belongs further up',
    workload('Deployment', container({ volumes: [] })),
    'move it: spec.template.spec has such a field',
  ],
  [
    'a field of another API version',
    { ...autoscaler({ metrics: [] }), apiVersion: 'autoscaling/v1' },
    'write apiVersion: autoscaling/v2, which has such a field',
  ],
])('%s: how to mend it', (_what, object, fix) => {
  expect(Array.from(unknownField.check(setOf([object])))).toMatchObject([{ fix }]);
});
