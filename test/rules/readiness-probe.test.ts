import { autoscaler, service, told, workload } from './objects';

const RULE = 'readiness-probe';
const probe = { httpGet: { port: 8000 } };

test.each([
  ['behind a Service', [workload(), service({})], 1],
  ['behind no Service', [workload(), service({ selector: { app: 'other' } })], 0],
  ['behind a Service for pods that are not ready', [workload(), service({ publishNotReadyAddresses: true })], 0],
  ['with one', [workload({ container: { readinessProbe: probe } }), service({})], 0],
  ['with a startup probe', [workload({ container: { startupProbe: probe } }), service({})], 0],
])('pods without a readiness probe %s: %d faults', (_what, manifests, faults) => {
  expect(told(RULE, [...manifests, autoscaler(1, 3)])).toHaveLength(faults);
});

test('one pod that nobody scales comes and goes with an outage anyway', () => {
  expect(told(RULE, [workload(), service({})])).toEqual([]);
});

test('a sidecar with a probe of its own makes no server ready', () => {
  const ports = [{ containerPort: 8000 }];
  const server = workload({ container: { ports }, pod: undefined });
  const proxy = { name: 'proxy', image: 'registry.example.com/proxy:1.0.0', readinessProbe: probe };
  const [container] = (server.spec as { template: { spec: { containers: unknown[] } } }).template.spec.containers;
  const both = workload({ pod: { containers: [container, proxy] } });
  const found = told(RULE, [both, service({ ports: [{ port: 80, targetPort: 8000 }] }), autoscaler(1, 3)]);
  expect(found).toEqual([expect.stringContaining('containers[0].readinessProbe')]);
});
