import { object, service, told } from './objects';

const svc = service({ ports: [{ name: 'http', port: 80, targetPort: 8000 }] });

function ingress(name: string, port: Record<string, unknown>) {
  const paths = [{ path: '/', pathType: 'Prefix', backend: { service: { name, port } } }];
  return object('networking.k8s.io/v1', 'Ingress', 'front', { spec: { rules: [{ http: { paths } }] } });
}

function route(ref: Record<string, unknown>, namespace?: string) {
  const spec = { rules: [{ backendRefs: [ref] }] };
  return object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'front', { spec }, namespace);
}

test.each([
  ['an Ingress', ingress('sentimant', { number: 80 }), 'spec.rules[0].http.paths[0].backend.service.name'],
  ['a route', route({ name: 'sentimant', port: 80 }), 'spec.rules[0].backendRefs[0].name'],
])('%s that misspells a Service is told its name', (_what, front, path) => {
  const [fault] = told('backend-service', [svc, front]);
  expect(fault).toMatch(path);
  expect(fault).toMatch('write sentiment');
});

test.each([
  ['the Service', ingress('sentiment', { number: 80 })],
  ['a Service that stands somewhere else', ingress('frontend', { number: 80 })],
  ['a Service of a series', ingress('sentiment2', { number: 80 })],
  ['a Service of another namespace', route({ name: 'sentimant', namespace: 'other', port: 80 })],
  [
    'something that is no Service',
    route({ group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'sentimant' }),
  ],
])('%s: nothing is told', (_what, front) => {
  expect(told('backend-service', [svc, front])).toEqual([]);
});

test.each([
  ['the port of the container', ingress('sentiment', { number: 8000 }), 'write 80'],
  ['another name', ingress('sentiment', { name: 'web' }), 'write http'],
  ['the port of the container, in a route', route({ name: 'sentiment', port: 8000 }), 'write 80'],
])('%s leads nowhere', (_what, front, way) => {
  expect(told('backend-port', [svc, front])).toEqual([expect.stringContaining(way)]);
});

test.each([
  ['the number', [svc, ingress('sentiment', { number: 80 })]],
  ['the name', [svc, ingress('sentiment', { name: 'http' })]],
  ['a Service that is not known', [svc, ingress('other', { number: 8000 })]],
  ['a word for an action of the controller', [svc, ingress('sentiment', { name: 'use-annotation' })]],
  ['an alias', [service({ type: 'ExternalName', ports: [{ port: 80 }] }), ingress('sentiment', { number: 8000 })]],
])('%s: nothing is told', (_what, manifests) => {
  expect(told('backend-port', manifests)).toEqual([]);
});

test('the default backend is looked at, too', () => {
  const spec = { defaultBackend: { service: { name: 'sentiment', port: { number: 81 } } } };
  const front = object('networking.k8s.io/v1', 'Ingress', 'front', { spec });
  expect(told('backend-port', [svc, front])).toEqual([expect.stringContaining('spec.defaultBackend.service.port')]);
});
