import { envFrom } from '../../lib/rules/env-from';
import { envName } from '../../lib/rules/env-name';
import { envValueFrom } from '../../lib/rules/env-value-from';
import { fieldRef } from '../../lib/rules/field-ref';
import { fileKeyRef } from '../../lib/rules/file-key-ref';
import { resourceFieldRef } from '../../lib/rules/resource-field-ref';
import type { Rule } from '../../lib/rules/rule';
import { toldOf } from './containers';

/** What a rule tells of a variable, seen from it. */
function toldOfVariable(rule: Rule, variable: object, pod = {}, kubernetes?: number): string[] {
  return toldOf(rule, { env: [{ name: 'A', ...variable }] }, pod, kubernetes).map((path) =>
    path.replace('env[0].valueFrom', 'from').replace('env[0].', ''),
  );
}

test.each([
  ['MODEL_PATH', true, true],
  ['a.b-c', true, true],
  ['1A', false, true],
  ['A B', false, true],
  ['..A', false, true],
  ['.', false, true],
  ['A=B', false, false],
  ['É', false, false],
  ['A\tB', false, false],
  ['', false, false],
])('a variable named %j: taken by 1.31 %j, by 1.32 %j', (name, before, since) => {
  expect(toldOfVariable(envName, { name }, {}, 31)).toEqual(before ? [] : ['name']);
  expect(toldOfVariable(envName, { name }, {}, 32)).toEqual(since ? [] : ['name']);
  if (name === '') return;
  const source = { prefix: name, secretRef: { name: 'a' } };
  expect(toldOf(envFrom, { envFrom: [source] }, {}, 31)).toEqual(before ? [] : ['envFrom[0].prefix']);
  expect(toldOf(envFrom, { envFrom: [source] }, {}, 32)).toEqual(since ? [] : ['envFrom[0].prefix']);
});

const KEY = { secretKeyRef: { name: 'hub', key: 'token' } };
const FIELD = { fieldRef: { fieldPath: 'metadata.name' } };

test.each([
  [{ value: 'a' }, []],
  [{ value: '', valueFrom: KEY }, []],
  [{ value: 'a', valueFrom: null }, []],
  [{ value: 'a', valueFrom: KEY }, ['from']],
  [{ valueFrom: {} }, ['from']],
  [{ valueFrom: { ...KEY, ...FIELD } }, ['from']],
  [{ valueFrom: { ...KEY, fieldRef: null } }, []],
  [{ valueFrom: { secretKeyRef: { name: 'Hub', key: 'a/b' } } }, ['from.secretKeyRef.name', 'from.secretKeyRef.key']],
  [{ valueFrom: { configMapKeyRef: {} } }, ['from.configMapKeyRef.name', 'from.configMapKeyRef.key']],
  [{ valueFrom: { configMapKeyRef: { name: 'a', key: '..a' } } }, ['from.configMapKeyRef.key']],
])('the variable %j', (variable, paths) => {
  expect(toldOfVariable(envValueFrom, variable)).toEqual(paths);
});

test('a file counts as a source since 1.35; before, the API server drops it', () => {
  const valueFrom = { fileKeyRef: { volumeName: 'a', path: 'a', key: 'A' } };
  expect(toldOfVariable(envValueFrom, { valueFrom }, {}, 34)).toEqual(['from']);
  expect(toldOfVariable(envValueFrom, { valueFrom }, {}, 35)).toEqual([]);
});

test.each([
  [{ fieldPath: 'metadata.name' }, []],
  [{ fieldPath: 'spec.nodeName', apiVersion: 'v1' }, []],
  [{ fieldPath: 'spec.host', apiVersion: '' }, []],
  [{ fieldPath: "metadata.labels['example.com/a']" }, []],
  [{ fieldPath: "metadata.annotations['Example.com/a']" }, []],
  [{ fieldPath: "metadata.labels['Example.com/a']" }, ['fieldPath']],
  [{ fieldPath: "metadata.labels['']" }, ['fieldPath']],
  [{ fieldPath: 'metadata.labels' }, ['fieldPath']],
  [{ fieldPath: "metadata.name['a']" }, ['fieldPath']],
  [{ fieldPath: 'status.phase' }, ['fieldPath']],
  [{}, ['fieldPath']],
  [{ fieldPath: 'metadata.name', apiVersion: 'v2' }, ['apiVersion']],
])('the field %j', (reference, paths) => {
  const told = toldOfVariable(fieldRef, { valueFrom: { fieldRef: reference } });
  expect(told).toEqual(paths.map((path) => `from.fieldRef.${path}`));
});

test('the addresses of the node are there since 1.29', () => {
  const valueFrom = { fieldRef: { fieldPath: 'status.hostIPs' } };
  expect(toldOfVariable(fieldRef, { valueFrom }, {}, 28)).toEqual(['from.fieldRef.fieldPath']);
  expect(toldOfVariable(fieldRef, { valueFrom }, {}, 29)).toEqual([]);
});

test.each([
  ['limits.cpu', undefined, []],
  ['limits.cpu', '1000m', []],
  ['limits.cpu', 1, []],
  ['limits.cpu', 0, []],
  ['limits.cpu', '1k', ['divisor']],
  ['requests.memory', '1Mi', []],
  ['requests.memory', '1024Ki', []],
  ['requests.memory', '1000', []],
  ['requests.memory', '1024', ['divisor']],
  ['requests.memory', '1e3', ['divisor']],
  ['requests.memory', '+1', ['divisor']],
  ['requests.memory', '2Mi', ['divisor']],
  ['limits.hugepages-2Mi', '1Mi', []],
  ['limits.nvidia.com/gpu', undefined, ['resource']],
  ['cpu', undefined, ['resource']],
  [undefined, undefined, ['resource']],
])('%s in units of %s', (resource, divisor, paths) => {
  const told = toldOfVariable(resourceFieldRef, { valueFrom: { resourceFieldRef: { resource, divisor } } });
  expect(told).toEqual(paths.map((path) => `from.resourceFieldRef.${path}`));
});

describe('a file of variables', () => {
  const volumes = [{ name: 'vars' }, { name: 'settings', configMap: { name: 'settings' } }];

  test.each([
    [{}, []],
    [{ key: 'A B' }, []],
    [{ key: 'A=B' }, ['key']],
    [{ path: '' }, ['path']],
    [{ path: 'a/../b' }, ['path']],
    [{ volumeName: 'settings' }, ['volumeName']],
    [{ volumeName: 'none' }, ['volumeName']],
    [{ volumeName: '' }, ['volumeName']],
  ])('%j', (reference, paths) => {
    const valueFrom = { fileKeyRef: { volumeName: 'vars', path: 'a/b', key: 'A', ...reference } };
    const told = toldOfVariable(fileKeyRef, { valueFrom }, { volumes });
    expect(told).toEqual(paths.map((path) => `from.fileKeyRef.${path}`));
    expect(toldOfVariable(fileKeyRef, { valueFrom }, { volumes }, 34)).toEqual([]);
  });
});

test.each([
  [{ secretRef: { name: 'a.b' } }, []],
  [{ prefix: '', configMapRef: { name: 'a-' } }, []],
  [{ configMapRef: { name: 'A' } }, ['.configMapRef.name']],
  [{ configMapRef: {} }, ['.configMapRef.name']],
  [{ configMapRef: { name: 'a' }, secretRef: { name: 'a' } }, ['']],
  [{}, ['']],
  [null, ['']],
])('the variables from %j', (source, paths) => {
  expect(toldOf(envFrom, { envFrom: [source] })).toEqual(paths.map((path) => `envFrom[0]${path}`));
});
