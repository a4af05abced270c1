import { told, workload } from './objects';

const ask = { httpGet: { path: '/healthz', port: 8000 } };

function ofContainer(rule: string, container: Record<string, unknown>, spec = {}) {
  return told(rule, [workload({ container, spec })]);
}

test.each([
  [{}, ['got 30']],
  [{ initialDelaySeconds: 30, periodSeconds: 20, failureThreshold: 4 }, ['got 110']],
  [{ initialDelaySeconds: 60, periodSeconds: 20 }, []],
  [{ failureThreshold: 0, periodSeconds: 0 }, ['got 30']],
])('without a startup probe, a liveness probe of %j kills a slow start', (times, messages) => {
  const livenessProbe = { ...ask, ...times };
  const told = ofContainer('liveness-start', { livenessProbe });
  expect(told).toEqual(messages.map((each) => expect.stringContaining(each)));
  expect(ofContainer('liveness-start', { livenessProbe, startupProbe: ask })).toEqual([]);
});

test.each([
  [{ periodSeconds: 10, failureThreshold: 59 }, {}, 0],
  [{ periodSeconds: 10, failureThreshold: 60 }, {}, 1],
  [{ initialDelaySeconds: 10, periodSeconds: 10, failureThreshold: 59 }, {}, 1],
  [{ periodSeconds: 10, failureThreshold: 60 }, { progressDeadlineSeconds: 900 }, 0],
  [{ periodSeconds: 5, failureThreshold: 60 }, { progressDeadlineSeconds: 300 }, 1],
])('a startup probe of %j in a Deployment of %j: %d faults', (times, spec, faults) => {
  expect(ofContainer('startup-deadline', { startupProbe: { ...ask, ...times } }, spec)).toHaveLength(faults);
});

test.each([
  ['the same', ask, ask, 1],
  ['the same, by the name of the port', ask, { httpGet: { path: '/healthz', port: 'http' } }, 1],
  ['the same, with more patience', { ...ask, failureThreshold: 6 }, ask, 0],
  ['the same, with less patience', { ...ask, periodSeconds: 5 }, ask, 1],
  ['another path', { httpGet: { path: '/live', port: 8000 } }, ask, 0],
  ['another port', { tcpSocket: { port: 8001 } }, { tcpSocket: { port: 8000 } }, 0],
  ['the same port', { tcpSocket: { port: 8000 } }, { tcpSocket: { port: 8000 } }, 1],
  ['the same service', { grpc: { port: 8001 } }, { grpc: { port: 8001, service: '' } }, 1],
  ['the same command', { exec: { command: ['check'] } }, { exec: { command: ['check'] } }, 1],
])('liveness asks %s as readiness', (_what, livenessProbe, readinessProbe, faults) => {
  const ports = [{ name: 'http', containerPort: 8000 }];
  const container = { ports, livenessProbe, readinessProbe };
  expect(ofContainer('liveness-as-readiness', container)).toHaveLength(faults);
});
