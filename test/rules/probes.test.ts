import { lifecycleHook } from '../../lib/rules/lifecycle-hook';
import { probe } from '../../lib/rules/probe';
import { toldOf, toldOfInit } from './containers';

const TCP = { tcpSocket: { port: 80 } };

test.each([
  [TCP, []],
  [{ tcpSocket: { port: 'http' } }, []],
  [{ tcpSocket: { port: 'HTTP' } }, ['.tcpSocket.port']],
  [{ tcpSocket: { port: 0 } }, ['.tcpSocket.port']],
  [{ tcpSocket: {} }, ['.tcpSocket.port']],
  [{ httpGet: { port: 80, scheme: '', path: '', httpHeaders: [{ name: 'X-A' }] } }, []],
  [{ httpGet: { port: 80, scheme: 'https' } }, ['.httpGet.scheme']],
  [{ httpGet: { port: 80, httpHeaders: [{ name: 'a_b' }, {}] } }, [0, 1].map((i) => `.httpGet.httpHeaders[${i}].name`)],
  [{ exec: { command: ['true'] } }, []],
  [{ exec: { command: [] } }, ['.exec.command']],
  [{ exec: {} }, ['.exec.command']],
  [{ grpc: { port: 1, service: '' } }, []],
  [{ grpc: { port: 65536 } }, ['.grpc.port']],
  [{ grpc: {} }, ['.grpc.port']],
  [{ ...TCP, exec: null }, []],
  [{ ...TCP, exec: { command: ['true'] } }, ['']],
  [{}, ['']],
])('the probe %j', (value, paths) => {
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    expect(toldOf(probe, { [name]: value })).toEqual(paths.map((path) => `${name}${path}`));
  }
});

test.each([
  ['periodSeconds', 0, []],
  ['periodSeconds', -1, ['livenessProbe', 'readinessProbe', 'startupProbe']],
  ['initialDelaySeconds', -1, ['livenessProbe', 'readinessProbe', 'startupProbe']],
  ['successThreshold', 0, []],
  ['successThreshold', 1, []],
  ['successThreshold', 2, ['livenessProbe', 'startupProbe']],
  ['terminationGracePeriodSeconds', 1, ['readinessProbe']],
  ['terminationGracePeriodSeconds', 0, ['livenessProbe', 'readinessProbe', 'startupProbe']],
  ['terminationGracePeriodSeconds', null, []],
])('%s of %j is wrong in %j', (field, value, names) => {
  const wrong = ['livenessProbe', 'readinessProbe', 'startupProbe'].filter(
    (name) => toldOf(probe, { [name]: { ...TCP, [field]: value } }).join() === `${name}.${field}`,
  );
  expect(wrong).toEqual(names);
});

test('the probes of a sidecar are looked at', () => {
  expect(toldOfInit(probe, { restartPolicy: 'Always', livenessProbe: {} })).toEqual(['livenessProbe']);
});

test.each([
  [{ exec: { command: ['true'] } }, []],
  [{ httpGet: { port: 80 } }, []],
  [{ sleep: { seconds: 30 } }, []],
  [{ sleep: { seconds: 31 } }, ['.sleep.seconds']],
  [{ sleep: { seconds: -1 } }, ['.sleep.seconds']],
  [{ sleep: {} }, []],
  [{ sleep: { seconds: 1 }, httpGet: { port: 80 } }, ['']],
  [{ httpGet: {} }, ['.httpGet.port']],
  [{}, ['']],
  [null, []],
])('the hook %j', (hook, paths) => {
  for (const name of ['postStart', 'preStop']) {
    const told = toldOf(lifecycleHook, { lifecycle: { [name]: hook } });
    expect(told).toEqual(paths.map((path) => `lifecycle.${name}${path}`));
  }
});

test('a sleep lasts as long as the pod may take to end', () => {
  const lifecycle = { preStop: { sleep: { seconds: 60 } } };
  expect(toldOf(lifecycleHook, { lifecycle }, { terminationGracePeriodSeconds: 60 })).toEqual([]);
  expect(toldOf(lifecycleHook, { lifecycle }, { terminationGracePeriodSeconds: 59 })).toEqual([
    'lifecycle.preStop.sleep.seconds',
  ]);
});

test('a sleep is a handler since 1.30, and may be of no time since 1.33', () => {
  const lifecycle = { preStop: { sleep: { seconds: 0 } } };
  expect(toldOf(lifecycleHook, { lifecycle }, {}, 29)).toEqual(['lifecycle.preStop']);
  expect(toldOf(lifecycleHook, { lifecycle }, {}, 32)).toEqual(['lifecycle.preStop.sleep.seconds']);
  expect(toldOf(lifecycleHook, { lifecycle }, {}, 33)).toEqual([]);
});
