import { autoscaler, object, service, told, workload } from './objects';

/** Rules about what goes with one pod, but not with several. */

const hostPort = { container: { ports: [{ containerPort: 8000, hostPort: 80 }] } };
const hostNetwork = { container: { ports: [{ containerPort: 8000 }] }, pod: { hostNetwork: true } };

test.each([
  ['a host port under 3 replicas', [workload({ ...hostPort, spec: { replicas: 3 } })], '3 pods'],
  ['a host port under an autoscaler', [workload(hostPort), autoscaler(1, 6)], '6 pods'],
  ['the network of the host under an autoscaler', [workload(hostNetwork), autoscaler(1, 6)], 'containerPort'],
])('%s is told', (_what, manifests, message) => {
  expect(told('host-port-replicas', manifests)).toEqual([expect.stringContaining(message)]);
});

test.each([
  ['one pod', [workload(hostPort)]],
  ['an autoscaler up to one', [workload(hostPort), autoscaler(1, 1)]],
  ['a DaemonSet', [workload({ ...hostPort, kind: 'DaemonSet' })]],
  ['no host port', [workload({ container: { ports: [{ containerPort: 8000 }] } }), autoscaler(1, 6)]],
])('%s is sound', (_what, manifests) => {
  expect(told('host-port-replicas', manifests)).toEqual([]);
});

test.each([
  ['/mnt/models', undefined, 1],
  ['/dev/shm', undefined, 0],
  ['/etc/localtime', 'File', 0],
  ['/mnt/csi.sock', 'Socket', 0],
])('%s of the host (%s) under several pods: %d faults', (path, type, faults) => {
  const volumes = [{ name: 'model', hostPath: { path, type } }];
  expect(told('host-path-replicas', [workload({ pod: { volumes } }), autoscaler(1, 6)])).toHaveLength(faults);
  expect(told('host-path-replicas', [workload({ pod: { volumes } })])).toEqual([]);
});

test('Recreate is an outage where an autoscaler may give several pods', () => {
  const recreated = workload({ spec: { strategy: { type: 'Recreate' } } });
  expect(told('recreate-strategy', [recreated, autoscaler(1, 6)])).toHaveLength(1);
  expect(told('recreate-strategy', [recreated, autoscaler(1, 1)])).toEqual([]);
  expect(told('recreate-strategy', [recreated])).toEqual([]);
});

test('session affinity is told where an autoscaler adds pods behind the Service', () => {
  const timeoutSeconds = 600;
  const kept = service({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds } } });
  expect(told('session-affinity-autoscaler', [workload(), autoscaler(1, 6), kept])).toEqual([
    expect.stringContaining('600 s'),
  ]);
  expect(told('session-affinity-autoscaler', [workload(), kept])).toEqual([]);
  expect(told('session-affinity-autoscaler', [workload(), autoscaler(1, 6), service({})])).toEqual([]);
});

test('KEDA gives more pods, too', () => {
  const spec = { scaleTargetRef: { name: 'sentiment' }, maxReplicaCount: 9 };
  const scaled = object('keda.sh/v1alpha1', 'ScaledObject', 'sentiment', { spec });
  expect(told('host-port-replicas', [workload(hostPort), scaled])).toEqual([expect.stringContaining('9 pods')]);
});
