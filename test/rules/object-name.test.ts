import { objectName } from '../../lib/rules/object-name';
import { named, told } from './told';

const RBAC = 'rbac.authorization.k8s.io/v1';

test.each([
  ['ConfigMap', 'v1', '0a.b', 37],
  ['ConfigMap', 'v1', 'a'.repeat(253), 37],
  ['Namespace', 'v1', '0-a', 37],
  ['Service', 'v1', 'a', 27],
  ['Service', 'v1', '0a', 36],
  ['StatefulSet', 'apps/v1', '0a', 27],
  ['Job', 'batch/v1', 'a'.repeat(63), 37],
  ['CronJob', 'batch/v1', 'a'.repeat(52), 37],
  ['Role', RBAC, 'system:Reader of_all', 27],
  ['ClusterRoleBinding', RBAC, 'a'.repeat(300), 37],
  ['PodDisruptionBudget', 'policy/v1', 'Budget_1', 37],
  ['Event', 'v1', 'A', 37],
  // A custom resource may be called like a kind of Kubernetes.
  ['Service', 'serving.knative.dev/v1', '0a.b', 27],
])('a %s of %s may be called %s in 1.%i', (kind, apiVersion, name, minor) => {
  expect(told(objectName, named({ name }, kind, apiVersion), minor)).toEqual([]);
});

test.each([
  ['ConfigMap', 'v1', 'A', 37],
  ['ConfigMap', 'v1', 'a_b', 37],
  ['ConfigMap', 'v1', '', 37],
  ['ConfigMap', 'v1', 'a'.repeat(254), 37],
  ['Namespace', 'v1', 'a.b', 37],
  ['Service', 'v1', '0a', 35],
  ['Service', 'v1', 'a.b', 37],
  ['StatefulSet', 'apps/v1', 'a.b', 37],
  ['Job', 'batch/v1', 'a'.repeat(64), 37],
  ['CronJob', 'batch/v1', 'a'.repeat(53), 37],
  ['Role', RBAC, 'a/b', 37],
  ['Role', RBAC, '..', 37],
  ['PodDisruptionBudget', 'policy/v1', 'a%', 37],
  ['Event', 'events.k8s.io/v1', 'A', 37],
  ['ScaledObject', 'keda.sh/v1alpha1', 'A', 37],
])('a %s of %s can not be called %j in 1.%i', (kind, apiVersion, name, minor) => {
  expect(told(objectName, named({ name }, kind, apiVersion), minor)).toEqual(['metadata.name']);
});

test.each([
  ['a prefix', { generateName: 'train-' }, []],
  ['a prefix that the rest makes long', { generateName: 'a'.repeat(253) }, []],
  ['a prefix with capitals', { generateName: 'Train-' }, ['metadata.generateName']],
  ['a prefix beside a name', { name: 'a', generateName: 'Train-' }, ['metadata.generateName']],
  ['a prefix that only a name saves', { name: 'a', generateName: 'a.-' }, []],
  ['a prefix that makes no name', { generateName: 'a.-' }, ['metadata.generateName']],
  ['neither', {}, ['metadata.name']],
  ['no metadata', null, ['metadata.name']],
])('%s', (_what, metadata, paths) => {
  expect(told(objectName, named(metadata))).toEqual(paths);
});

test('what is asked and what is no object of Kubernetes needs no name', () => {
  expect(told(objectName, named({}, 'SubjectAccessReview', 'authorization.k8s.io/v1'))).toEqual([]);
  expect(told(objectName, named({}, 'Kustomization', 'kustomize.config.k8s.io/v1beta1'))).toEqual([]);
});

test.each([
  ['ml', 'ConfigMap', []],
  ['', 'ConfigMap', []],
  ['a.b', 'ConfigMap', ['metadata.namespace']],
  ['Ml', 'ConfigMap', ['metadata.namespace']],
  // Dropped, whatever it is.
  ['Ml', 'Node', []],
])('namespace %j of a %s', (namespace, kind, paths) => {
  expect(told(objectName, named({ name: 'a', namespace }, kind))).toEqual(paths);
});
