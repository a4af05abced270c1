import type { Manifest } from '../../lib/manifest';
import { base64 } from '../../lib/rules/base64';
import { secretType } from '../../lib/rules/secret-type';
import { storedData } from '../../lib/rules/stored-data';
import { setOf } from '../manifests';
import { told } from './told';

function configMap(data: object): Manifest {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'model' }, ...data };
}

function secret(data: object): Manifest {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'model' }, ...data };
}

const MEBIBYTE = 1024 * 1024;
const encoded = (bytes: number) => Buffer.alloc(bytes).toString('base64');

describe('stored-data', () => {
  test.each(['a', '.a', 'a..b', 'A_b-c.9', 'a'.repeat(253)])('%j is a key', (key) => {
    expect(told(storedData, configMap({ data: { [key]: '' } }))).toEqual([]);
  });

  test.each(['', '.', '..', '..a', 'a b', 'a/b', 'ä', 'a'.repeat(254)])('%j is none', (key) => {
    expect(told(storedData, configMap({ data: { [key]: '' } }))).toEqual([`data[${key}]`]);
    expect(told(storedData, configMap({ binaryData: { [key]: '' } }))).toEqual([`binaryData[${key}]`]);
    expect(told(storedData, secret({ data: { [key]: '' } }))).toEqual([`data[${key}]`]);
    expect(told(storedData, secret({ stringData: { [key]: '' } }))).toEqual([`stringData[${key}]`]);
  });

  test('a ConfigMap has a key once; in a Secret, stringData counts', () => {
    expect(told(storedData, configMap({ data: { a: '' }, binaryData: { a: '' } }))).toEqual(['data[a]']);
    expect(told(storedData, secret({ data: { a: '' }, stringData: { a: '' } }))).toEqual([]);
  });

  test.each([
    [configMap({ data: { a: 'x'.repeat(MEBIBYTE) } }), true],
    [configMap({ data: { a: 'x'.repeat(MEBIBYTE), b: 'x' } }), false],
    [configMap({ data: { a: 'ä'.repeat(MEBIBYTE / 2) } }), true],
    [configMap({ data: { a: `x${'ä'.repeat(MEBIBYTE / 2)}` } }), false],
    [configMap({ data: { a: 'x' }, binaryData: { b: encoded(MEBIBYTE) } }), false],
    [secret({ data: { a: encoded(MEBIBYTE) } }), true],
    [secret({ data: { a: encoded(MEBIBYTE) }, stringData: { b: 'x' } }), false],
    [secret({ data: { a: encoded(MEBIBYTE) }, stringData: { a: 'x' } }), true],
  ])('weight %#', (manifest, isSound) => {
    expect(told(storedData, manifest)).toEqual(isSound ? [] : ['data']);
  });

  test('a ConfigMap of another API group is none', () => {
    expect(told(storedData, { ...configMap({ data: { 'a b': '' } }), apiVersion: 'example.com/v1' })).toEqual([]);
  });
});

describe('base64', () => {
  test.each(['', 'aGVsbG8=', 'aGVs\nbG8=\n', 'YQ==', 'aGVsbG9='])('%j is', (text) => {
    expect(told(base64, secret({ data: { a: text } }))).toEqual([]);
    expect(told(base64, configMap({ binaryData: { a: text } }))).toEqual([]);
  });

  test.each(['hf_token', 'YQ', 'YQ=', 'YQ===', '====', 'YQ==YQ==', 'Y Q==', 'a-_b', 'ä'])('%j is not', (text) => {
    expect(told(base64, secret({ data: { a: text } }))).toEqual(['data[a]']);
    expect(told(base64, configMap({ binaryData: { a: text } }))).toEqual(['binaryData[a]']);
  });

  test('what is not may be a password: it is not shown', () => {
    const [fault] = base64.check(setOf([secret({ data: { a: 'hunter2' } })]));
    expect(JSON.stringify({ ...fault, manifest: null })).not.toContain('hunter2');
  });

  test('other kinds have such fields, too', () => {
    const webhooks = [{ name: 'a', clientConfig: { caBundle: 'no!' } }];
    const manifest = {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      webhooks,
    };
    expect(told(base64, manifest)).toEqual(['webhooks[0].clientConfig.caBundle']);
  });
});

describe('secret-type', () => {
  const JSON_TYPES = { 'kubernetes.io/dockercfg': '.dockercfg', 'kubernetes.io/dockerconfigjson': '.dockerconfigjson' };

  test.each(Object.entries(JSON_TYPES))('%s wants an object in JSON', (type, key) => {
    expect(told(secretType, secret({ type }))).toEqual([`data[${key}]`]);
    for (const text of ['{}', ' {"auths": {}} ', 'null']) {
      expect(told(secretType, secret({ type, stringData: { [key]: text } }))).toEqual([]);
    }
    for (const text of ['', '[]', '1', '{', '{}x', "{'a': 1}", '{"a": 1e999}']) {
      expect(told(secretType, secret({ type, stringData: { [key]: text } }))).toEqual([`data[${key}]`]);
    }
    expect(told(secretType, secret({ type, data: { [key]: 'e30=' } }))).toEqual([]);
    expect(told(secretType, secret({ type, data: { [key]: 'W10=' } }))).toEqual([`data[${key}]`]);
  });

  test.each([
    ['kubernetes.io/tls', { data: { 'tls.crt': '', 'tls.key': null } }, []],
    ['kubernetes.io/tls', { stringData: { 'tls.crt': 'a' } }, ['data[tls.key]']],
    ['kubernetes.io/tls', {}, ['data[tls.crt]', 'data[tls.key]']],
    ['kubernetes.io/ssh-auth', { stringData: { 'ssh-privatekey': 'a' } }, []],
    ['kubernetes.io/ssh-auth', { data: { 'ssh-privatekey': '' } }, ['data[ssh-privatekey]']],
    [
      'kubernetes.io/ssh-auth',
      { data: { 'ssh-privatekey': 'YQ==' }, stringData: { 'ssh-privatekey': '' } },
      ['data[ssh-privatekey]'],
    ],
    ['kubernetes.io/basic-auth', { data: { password: '' } }, []],
    ['kubernetes.io/basic-auth', { data: { user: '' } }, ['data[username]']],
    ['Opaque', {}, []],
    ['example.com/any thing', {}, []],
    [undefined, {}, []],
  ])('%s with %j', (type, data, paths) => {
    expect(told(secretType, secret({ type, ...data }))).toEqual(paths);
  });

  test.each([
    [{ 'kubernetes.io/service-account.name': 'default' }, true],
    [{ 'kubernetes.io/service-account.name': '' }, false],
    [undefined, false],
  ])('a token of an account with %j is sound: %s', (annotations, isSound) => {
    const token = secret({ type: 'kubernetes.io/service-account-token', metadata: { name: 'a', annotations } });
    const path = 'metadata.annotations[kubernetes.io/service-account.name]';
    expect(told(secretType, token)).toEqual(isSound ? [] : [path]);
  });
});
