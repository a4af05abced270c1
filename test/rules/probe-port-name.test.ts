import { told, workload } from './objects';

const RULE = 'probe-port-name';
const ports = [{ name: 'http', containerPort: 8000 }];

test.each([
  ['startupProbe', 'never taken as started'],
  ['readinessProbe', 'never gets ready'],
  ['livenessProbe', 'never found dead'],
])('a %s at a port that is not there: %s', (probe, message) => {
  for (const way of ['httpGet', 'tcpSocket']) {
    const container = { ports, [probe]: { [way]: { port: 'web' } } };
    expect(told(RULE, [workload({ container })])).toEqual([expect.stringContaining(message)]);
  }
});

test.each(['postStart', 'preStop'])('a %s hook at a port that is not there is told', (hook) => {
  const container = { ports, lifecycle: { [hook]: { httpGet: { port: 'htp' } } } };
  expect(told(RULE, [workload({ container })])).toEqual([expect.stringContaining('write http')]);
});

test('the ports of another container do not count', () => {
  const proxy = { name: 'proxy', image: 'proxy:1.0', readinessProbe: { httpGet: { port: 'http' } } };
  const model = { name: 'model', image: 'model:1.0', ports };
  expect(told(RULE, [workload({ pod: { containers: [model, proxy] } })])).toEqual([
    expect.stringContaining('containers[1].readinessProbe.httpGet.port'),
  ]);
});

test.each([
  { httpGet: { port: 'http' } },
  { httpGet: { port: 9000 } },
  { grpc: { port: 9000 } },
  { exec: { command: ['x'] } },
])('%j is sound', (readinessProbe) => {
  expect(told(RULE, [workload({ container: { ports, readinessProbe } })])).toEqual([]);
});
