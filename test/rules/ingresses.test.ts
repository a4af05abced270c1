import type { Manifest } from '../../lib/manifest';
import { ingressBackend } from '../../lib/rules/ingress-backend';
import { ingressClass } from '../../lib/rules/ingress-class';
import { ingressHost } from '../../lib/rules/ingress-host';
import { ingressPath } from '../../lib/rules/ingress-path';
import { ingressRule } from '../../lib/rules/ingress-rule';
import { ingressTls } from '../../lib/rules/ingress-tls';
import { told } from './told';

function ingress(spec: unknown, annotations: object = {}): Manifest {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'model', annotations }, spec };
}

const BACKEND = { service: { name: 'model', port: { number: 80 } } };

function withPath(path: object): Manifest {
  return ingress({ rules: [{ http: { paths: [{ backend: BACKEND, ...path }] } }] });
}

test.each([
  [{ defaultBackend: BACKEND }, []],
  [{ rules: [{}] }, []],
  [{ rules: [{ http: null }] }, []],
  [undefined, ['spec.rules']],
  [{ rules: [] }, ['spec.rules']],
  [{ rules: [{ http: {} }] }, ['spec.rules[0].http.paths']],
  [{ defaultBackend: BACKEND, rules: [{ http: { paths: [] } }] }, ['spec.rules[0].http.paths']],
])('ingress-rule: %j', (spec, paths) => {
  expect(told(ingressRule, ingress(spec))).toEqual(paths);
});

describe('ingress-path', () => {
  test.each(['/', '/v1', '/v1/', '/*', '/a b', '/...', '/%2e'])('%j is a path', (path) => {
    for (const pathType of ['Exact', 'Prefix', 'ImplementationSpecific']) {
      expect(told(ingressPath, withPath({ path, pathType }))).toEqual([]);
    }
  });

  test.each(['', null, 'v1', '/a//b', '/a/./b', '/a/../b', '/a/.', '/a/..', '/a%2fb', '/a%2Fb'])(
    '%j is none where Kubernetes matches it',
    (path) => {
      for (const pathType of ['Exact', 'Prefix']) {
        expect(told(ingressPath, withPath({ path, pathType }))).toEqual(['spec.rules[0].http.paths[0].path']);
      }
    },
  );

  test.each([
    ['', true],
    ['/a//b', true],
    ['/a/..', true],
    ['v1', false],
  ])('where the controller matches it, %j is sound: %s', (path, isSound) => {
    const found = told(ingressPath, withPath({ path, pathType: 'ImplementationSpecific' }));
    expect(found).toEqual(isSound ? [] : ['spec.rules[0].http.paths[0].path']);
  });

  test.each([undefined, null, '', 'prefix'])('%j is no path type', (pathType) => {
    expect(told(ingressPath, withPath({ path: 'v1', pathType }))).toEqual(['spec.rules[0].http.paths[0].pathType']);
  });
});

describe('ingress-host', () => {
  test.each(['models.example.com', '*.example.com', 'localhost', '1.2.3'])('%j is a host', (host) => {
    expect(told(ingressHost, ingress({ rules: [{ host }], tls: [{ hosts: [host] }] }))).toEqual([]);
  });

  test.each([
    '*',
    '*.',
    '*.*.com',
    'a.*.com',
    '*a.com',
    'Models.example.com',
    'a.com:443',
    'a.com.',
    'https://a.com',
    ' ',
  ])('%j is none', (host) => {
    const paths = ['spec.rules[0].host', 'spec.tls[0].hosts[0]'];
    expect(told(ingressHost, ingress({ rules: [{ host }], tls: [{ hosts: [host] }] }))).toEqual(paths);
  });

  test('an address is no host of a rule, and nothing is every host', () => {
    expect(told(ingressHost, ingress({ rules: [{ host: '10.0.0.1' }, { host: '' }, {}] }))).toEqual([
      'spec.rules[0].host',
    ]);
    expect(told(ingressHost, ingress({ tls: [{ hosts: ['10.0.0.1', null] }] }))).toEqual(['spec.tls[0].hosts[1]']);
  });
});

test.each([
  [{ service: { name: 'model', port: { number: 80 } } }, []],
  [{ service: { name: 'model', port: { name: 'http' } } }, []],
  [{ service: { name: 'model', port: { name: 'http', number: 0 } } }, []],
  [{ resource: { apiGroup: 'example.com', kind: 'Bucket', name: 'static' } }, []],
  [{ resource: { kind: 'Bucket', name: 'A b' } }, []],
  [{}, ['']],
  [{ service: BACKEND.service, resource: { kind: 'Bucket', name: 'static' } }, ['']],
  [{ service: {} }, ['.service.name', '.service.port']],
  [{ service: { name: 'my.model', port: { number: 80 } } }, ['.service.name']],
  [{ service: { name: 'model', port: { number: 80, name: 'http' } } }, ['.service.port']],
  [{ service: { name: 'model', port: { number: 65536 } } }, ['.service.port.number']],
  [{ service: { name: 'model', port: { name: 'Http' } } }, ['.service.port.name']],
  [{ resource: {} }, ['.resource.kind', '.resource.name']],
  [{ resource: { apiGroup: '', kind: 'Bucket', name: 'a' } }, ['.resource.apiGroup']],
  [{ resource: { kind: 'a/b', name: '..' } }, ['.resource.kind', '.resource.name']],
])('ingress-backend: %j', (backend, paths) => {
  const inDefault = ingress({ defaultBackend: backend });
  expect(told(ingressBackend, inDefault)).toEqual(paths.map((path) => `spec.defaultBackend${path}`));
  const inPath = withPath({ backend });
  expect(told(ingressBackend, inPath)).toEqual(paths.map((path) => `spec.rules[0].http.paths[0].backend${path}`));
});

test('ingress-backend: the name of a Service starts with a digit since 1.36', () => {
  const digit = ingress({ defaultBackend: { service: { name: '7b', port: { number: 80 } } } });
  expect(told(ingressBackend, digit, 35)).toEqual(['spec.defaultBackend.service.name']);
  expect(told(ingressBackend, digit, 36)).toEqual([]);
});

test.each([
  ['nginx', {}, []],
  [undefined, { 'kubernetes.io/ingress.class': 'My Class' }, []],
  ['nginx', { 'kubernetes.io/ingress.class': 'nginx' }, []],
  ['nginx', { 'kubernetes.io/ingress.class': 'traefik' }, ['metadata.annotations[kubernetes.io/ingress.class]']],
  ['', {}, ['spec.ingressClassName']],
  ['Nginx', {}, ['spec.ingressClassName']],
])('ingress-class: %j with %j', (ingressClassName, annotations, paths) => {
  expect(told(ingressClass, ingress({ ingressClassName }, annotations))).toEqual(paths);
});

test.each([
  ['certificate', []],
  ['', []],
  [undefined, []],
  ['other/certificate', ['spec.tls[0].secretName']],
])('ingress-tls: %j', (secretName, paths) => {
  expect(told(ingressTls, ingress({ tls: [{ secretName }] }))).toEqual(paths);
});
