import { apiVersion } from '../../lib/rules/api-version';
import { told } from './told';

test.each([
  ['apps/v1', 'Deployment', []],
  ['example.com/v1alpha1', 'Deployment', []],
  ['serving.knative.dev/v1', 'Service', []],
  ['apps/v2', 'Deployment', ['apiVersion']],
  ['v1', 'Deployment', ['apiVersion']],
  ['v1', 'Modell', ['kind']],
  ['example.com/latest', 'Model', ['apiVersion']],
  ['Example.com/v1', 'Model', ['apiVersion']],
  ['example.com/v1/v2', 'Model', ['apiVersion']],
  ['example.com/v1', 'a model', ['kind']],
  [['v1'], 'ConfigMap', ['apiVersion']],
  ['v1', null, ['kind']],
])('apiVersion %j, kind %j', (version, kind, paths) => {
  expect(told(apiVersion, { apiVersion: version, kind, metadata: { name: 'a' } })).toEqual(paths);
});
