import { object, service, told, workload } from './objects';

const NAME = 'target-port-name';
const NUMBER = 'target-port-number';
const http = { name: 'http', containerPort: 8000 };

function to(targetPort: unknown, ports: unknown, more: Record<string, unknown> = {}) {
  return [workload({ container: { ports } }), service({ ports: [{ port: 80, targetPort, ...more }] })];
}

test.each([
  ['a misspelt name', to('htpp', [http]), 'has http, got "htpp"; write http'],
  ['a name where ports have none', to('http', [{ containerPort: 8000 }]), 'has none with a name'],
  ['a name where there are no ports', to('http', undefined), 'has none with a name'],
  ['a name of another protocol', to('http', [{ ...http, protocol: 'UDP' }]), 'must be a TCP port'],
])('%s leads nowhere', (_what, manifests, message) => {
  expect(told(NAME, manifests)).toEqual([expect.stringContaining(message)]);
});

test.each([
  ['a name that is there', to('http', [http])],
  ['the protocol said', to('dns', [{ name: 'dns', containerPort: 53, protocol: 'UDP' }], { protocol: 'UDP' })],
  ['a port that a mesh adds', to('http-envoy-prom', [http])],
  ['a number', to(8000, [http])],
  ['pods that are not known', [service({ ports: [{ port: 80, targetPort: 'http' }] })]],
  ['one workload of two has it', [workload({ name: 'old', labels: { app: 'sentiment' } }), ...to('http', [http])]],
])('%s: nothing is told', (_what, manifests) => {
  expect(told(NAME, manifests)).toEqual([]);
});

test('pods of a custom resource may have the port', () => {
  const template = { metadata: { labels: { app: 'sentiment' } } };
  const rollout = object('argoproj.io/v1alpha1', 'Rollout', 'sentiment', { spec: { template } });
  expect(told(NAME, [...to('web', [http]), rollout])).toEqual([]);
});

test.each([
  [31, 1],
  [32, 0],
])('in Kubernetes 1.%d the port of a sidecar is found as many times less: %d', (minor, faults) => {
  const initContainers = [{ name: 'proxy', image: 'proxy:1.0', restartPolicy: 'Always', ports: [http] }];
  const manifests = [workload({ pod: { initContainers } }), service({ ports: [{ port: 80, targetPort: 'http' }] })];
  expect(told(NAME, manifests, minor)).toHaveLength(faults);
});

test.each([
  ['another number', to(8080, [http]), ['write targetPort: 8000']],
  ['its own number, where no target is said', to(undefined, [http]), ['spec.ports[0].port']],
  ['the number', to(8000, [http]), []],
  ['a number of undeclared ports', to(8080, undefined), []],
  ['one of several numbers', to(9000, [http, { containerPort: 9000 }]), []],
])('%s', (_what, manifests, messages) => {
  expect(told(NUMBER, manifests)).toEqual(messages.map((each) => expect.stringContaining(each)));
});

test('a port beside one that is declared is not told: ports are for information', () => {
  const ports = [
    { name: 'http', port: 80, targetPort: 8000 },
    { name: 'metrics', port: 9090, targetPort: 9090 },
  ];
  expect(told(NUMBER, [workload({ container: { ports: [http] } }), service({ ports })])).toEqual([]);
});
