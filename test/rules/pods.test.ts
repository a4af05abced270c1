import { dnsConfig } from '../../lib/rules/dns-config';
import { hostAlias } from '../../lib/rules/host-alias';
import { hostNamespace } from '../../lib/rules/host-namespace';
import { podDeadline } from '../../lib/rules/pod-deadline';
import { podHostname } from '../../lib/rules/pod-hostname';
import { preemptionPolicy } from '../../lib/rules/preemption-policy';
import { readinessGate } from '../../lib/rules/readiness-gate';
import { referencedName } from '../../lib/rules/referenced-name';
import { resourceClaim } from '../../lib/rules/resource-claim';
import { restartPolicy } from '../../lib/rules/restart-policy';
import { schedulingGate } from '../../lib/rules/scheduling-gate';
import { terminationGracePeriod } from '../../lib/rules/termination-grace-period';
import { lonePod, toldOfPod } from './pods';
import { told, workload } from './told';

describe('the restart policy', () => {
  const job = (restart?: string) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    spec: { template: { spec: { restartPolicy: restart } } },
  });

  test.each([undefined, null, '', 'Always'])('of a Deployment may be %j', (policy) => {
    expect(toldOfPod(restartPolicy, { restartPolicy: policy })).toEqual([]);
  });

  test.each(['OnFailure', 'Never', 'always'])('of a Deployment may not be %s', (policy) => {
    expect(toldOfPod(restartPolicy, { restartPolicy: policy })).toEqual(['restartPolicy']);
  });

  test('of a Job must be said, and must let it end', () => {
    expect(['OnFailure', 'Never'].flatMap((policy) => told(restartPolicy, job(policy)))).toEqual([]);
    expect(told(restartPolicy, job())).toEqual(['spec.template.spec.restartPolicy']);
    expect(told(restartPolicy, job('Always'))).toEqual(['spec.template.spec.restartPolicy']);
  });

  test('of a pod may be any', () => {
    const policies = ['Always', 'OnFailure', 'Never', ''];
    expect(policies.flatMap((policy) => told(restartPolicy, lonePod({ restartPolicy: policy })))).toEqual([]);
    expect(told(restartPolicy, lonePod({ restartPolicy: 'Sometimes' }))).toEqual(['spec.restartPolicy']);
  });
});

test('only what may end has a deadline, of 1 second at least', () => {
  for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']) {
    const template = { spec: { activeDeadlineSeconds: 60 } };
    expect(told(podDeadline, workload(kind, { template }))).toEqual(['spec.template.spec.activeDeadlineSeconds']);
  }
  expect(
    [1, 2_147_483_647, null].flatMap((each) => told(podDeadline, lonePod({ activeDeadlineSeconds: each }))),
  ).toEqual([]);
  for (const seconds of [0, -1, 2_147_483_648]) {
    expect(told(podDeadline, lonePod({ activeDeadlineSeconds: seconds }))).toEqual(['spec.activeDeadlineSeconds']);
  }
});

test('less than no time to end is told, as what hurts', () => {
  expect(terminationGracePeriod.severity).toBe('warning');
  expect(toldOfPod(terminationGracePeriod, { terminationGracePeriodSeconds: -1 })).toEqual([
    'terminationGracePeriodSeconds',
  ]);
  expect(toldOfPod(terminationGracePeriod, { terminationGracePeriodSeconds: 0 })).toEqual([]);
});

describe('DNS', () => {
  test.each([
    [{ dnsPolicy: 'Default' }, []],
    [{ dnsPolicy: '' }, []],
    [{ dnsPolicy: 'default' }, ['dnsPolicy']],
    [{ dnsPolicy: 'None' }, ['dnsConfig.nameservers']],
    [{ dnsPolicy: 'None', dnsConfig: { nameservers: [] } }, ['dnsConfig.nameservers']],
    [{ dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.10'] } }, []],
    [{ dnsConfig: { nameservers: ['1.1.1.1', '1.0.0.1', '8.8.8.8', '8.8.4.4'] } }, ['dnsConfig.nameservers']],
    [{ dnsConfig: { nameservers: ['dns.local'] } }, ['dnsConfig.nameservers[0]']],
    [{ dnsConfig: { searches: ['ml.local', 'ml.local.'] } }, []],
    [{ dnsConfig: { searches: ['ML.local'] } }, ['dnsConfig.searches[0]']],
    [{ dnsConfig: { searches: Array(33).fill('a') } }, ['dnsConfig.searches']],
    [{ dnsConfig: { searches: Array(32).fill('a'.repeat(63)) } }, []],
    [{ dnsConfig: { searches: Array(32).fill(`${'a'.repeat(62)}.a`) } }, ['dnsConfig.searches']],
    [{ dnsConfig: { options: [{ name: 'ndots', value: '2' }, { value: '2' }] } }, ['dnsConfig.options[1].name']],
  ])('%j', (pod, paths) => {
    expect(toldOfPod(dnsConfig, pod)).toEqual(paths);
  });

  test('search domains are freer since 1.33, addresses stricter since 1.36', () => {
    const searches = { dnsConfig: { searches: ['.', '_ml._tcp.local'] } };
    expect(toldOfPod(dnsConfig, searches, 32)).toEqual(['dnsConfig.searches[0]', 'dnsConfig.searches[1]']);
    expect(toldOfPod(dnsConfig, searches, 33)).toEqual([]);
    const nameservers = { dnsConfig: { nameservers: ['010.0.0.1'] } };
    expect(toldOfPod(dnsConfig, nameservers, 35)).toEqual([]);
    expect(toldOfPod(dnsConfig, nameservers, 36)).toEqual(['dnsConfig.nameservers[0]']);
  });
});

test.each([
  [{ ip: '10.1.2.3', hostnames: ['db', 'db.local'] }, []],
  [{ ip: 'fd00::1' }, []],
  [{ hostnames: ['db'] }, ['ip']],
  [{ ip: 'db', hostnames: ['10.1.2.3', 'DB', null] }, ['ip', 'hostnames[1]', 'hostnames[2]']],
])('the host alias %j', (alias, paths) => {
  expect(toldOfPod(hostAlias, { hostAliases: [alias] })).toEqual(paths.map((path) => `hostAliases[0].${path}`));
});

test.each([
  [{ hostname: 'a-1', subdomain: 'models' }, []],
  [{ hostname: '', subdomain: '' }, []],
  [{ hostname: 'a.b', subdomain: 'A' }, ['hostname', 'subdomain']],
  [{ hostname: 'a'.repeat(64) }, ['hostname']],
  [{ hostnameOverride: 'model.example.com' }, []],
  [{ hostnameOverride: '' }, ['hostnameOverride']],
  [{ hostnameOverride: `${'a'.repeat(60)}.bcde` }, ['hostnameOverride']],
  [{ hostnameOverride: 'a', setHostnameAsFQDN: true }, ['hostnameOverride']],
  [{ hostnameOverride: 'a', hostNetwork: true }, ['hostnameOverride']],
])('the hostname in %j', (pod, paths) => {
  expect(toldOfPod(podHostname, pod)).toEqual(paths);
});

test('before 1.35, a hostname that overrides all is dropped', () => {
  expect(toldOfPod(podHostname, { hostnameOverride: 'A' }, 34)).toEqual([]);
});

describe('namespaces of the host', () => {
  test.each([
    [{ shareProcessNamespace: true, hostPID: true }, ['shareProcessNamespace']],
    [{ shareProcessNamespace: true, hostPID: false }, []],
    [{ shareProcessNamespace: false, hostPID: true }, []],
    [{ hostUsers: true, hostPID: true, hostIPC: true, hostNetwork: true }, []],
    [{ hostUsers: false, hostPID: true, hostIPC: true, hostNetwork: true }, ['hostNetwork', 'hostPID', 'hostIPC']],
  ])('%j', (pod, paths) => {
    expect(toldOfPod(hostNamespace, pod)).toEqual(paths);
  });

  test('hostUsers counts since 1.33, and forbids devices since 1.34', () => {
    const containers = [{ name: 'server', volumeDevices: [{ name: 'disk', devicePath: '/dev/xvda' }] }];
    const pod = { hostUsers: false, hostPID: true, containers };
    expect(toldOfPod(hostNamespace, pod, 32)).toEqual([]);
    expect(toldOfPod(hostNamespace, pod, 33)).toEqual(['hostPID']);
    expect(toldOfPod(hostNamespace, pod, 34)).toEqual(['hostPID', 'containers[0].volumeDevices']);
  });
});

test.each([
  [{ serviceAccountName: 'server.v1', nodeName: 'node-1', priorityClassName: 'high', runtimeClassName: 'nvidia' }, []],
  [{ serviceAccountName: '', nodeName: '', priorityClassName: '' }, []],
  [{ serviceAccountName: 'Server' }, ['serviceAccountName']],
  [{ serviceAccount: 'Server' }, ['serviceAccount']],
  [{ serviceAccount: 'Server', serviceAccountName: 'server' }, []],
  [{ nodeName: 'node_1' }, ['nodeName']],
  [{ priorityClassName: 'high!' }, ['priorityClassName']],
  [{ runtimeClassName: '' }, ['runtimeClassName']],
])('the references %j', (pod, paths) => {
  expect(toldOfPod(referencedName, pod)).toEqual(paths);
});

test('a preemption policy is one that exists, and not empty', () => {
  expect(
    ['Never', 'PreemptLowerPriority'].flatMap((each) => toldOfPod(preemptionPolicy, { preemptionPolicy: each })),
  ).toEqual([]);
  expect(toldOfPod(preemptionPolicy, { preemptionPolicy: '' })).toEqual(['preemptionPolicy']);
});

test('a readiness gate names a condition', () => {
  const readinessGates = [{ conditionType: 'Loaded' }, { conditionType: 'a/b/c' }, {}];
  expect(toldOfPod(readinessGate, { readinessGates })).toEqual([
    'readinessGates[1].conditionType',
    'readinessGates[2].conditionType',
  ]);
});

test('a scheduling gate stands once, and keeps a Pod from its node', () => {
  expect(toldOfPod(schedulingGate, { schedulingGates: [{ name: 'a' }, { name: 'a' }] })).toEqual([
    'schedulingGates[1].name',
  ]);
  const gated = { schedulingGates: [{ name: 'a' }], nodeName: 'node-1' };
  expect(told(schedulingGate, lonePod(gated))).toEqual(['spec.nodeName']);
  expect(toldOfPod(schedulingGate, gated)).toEqual([]);
});

describe('a claim for a device', () => {
  test.each([
    [
      [
        { name: 'gpu', resourceClaimName: 'gpu' },
        { name: 'nic', resourceClaimTemplateName: 'nic' },
      ],
      [],
    ],
    [[{ name: 'gpu' }], ['']],
    [[{ name: 'gpu', resourceClaimName: 'a', resourceClaimTemplateName: 'b' }], ['']],
    [[{ resourceClaimName: 'gpu' }], ['.name']],
    [[{ name: 'GPU', resourceClaimName: 'a_b' }], ['.name', '.resourceClaimName']],
  ])('%j', (resourceClaims, paths) => {
    expect(toldOfPod(resourceClaim, { resourceClaims })).toEqual(paths.map((path) => `resourceClaims[0]${path}`));
    expect(toldOfPod(resourceClaim, { resourceClaims }, 33)).toEqual([]);
  });

  test('has a name of its own', () => {
    const gpu = { name: 'gpu', resourceClaimName: 'gpu' };
    expect(toldOfPod(resourceClaim, { resourceClaims: [gpu, gpu] })).toEqual(['resourceClaims[1].name']);
  });
});
