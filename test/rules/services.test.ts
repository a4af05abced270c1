import type { Manifest } from '../../lib/manifest';
import { clusterIp } from '../../lib/rules/cluster-ip';
import { externalIp } from '../../lib/rules/external-ip';
import { externalName } from '../../lib/rules/external-name';
import { healthCheckNodePort } from '../../lib/rules/health-check-node-port';
import { ipFamily } from '../../lib/rules/ip-family';
import { loadBalancerClass } from '../../lib/rules/load-balancer-class';
import { loadBalancerSourceRange } from '../../lib/rules/load-balancer-source-range';
import { nodePort } from '../../lib/rules/node-port';
import { servicePort } from '../../lib/rules/service-port';
import { serviceType } from '../../lib/rules/service-type';
import { sessionAffinity } from '../../lib/rules/session-affinity';
import { topologyMode } from '../../lib/rules/topology-mode';
import { trafficDistribution } from '../../lib/rules/traffic-distribution';
import { trafficPolicy } from '../../lib/rules/traffic-policy';
import { told } from './told';

function service(spec: object, annotations: object = {}): Manifest {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'model', annotations }, spec };
}

const ports = (...list: unknown[]) => service({ type: 'NodePort', ports: list });

test('a Service of another API group is none', () => {
  const knative = { ...service({}), apiVersion: 'serving.knative.dev/v1' };
  expect(told(servicePort, knative)).toEqual([]);
  expect(told(servicePort, service({}))).toEqual(['spec.ports']);
});

describe('service-port', () => {
  test.each([
    [{ clusterIP: 'None' }],
    [{ clusterIPs: ['None'] }],
    [{ type: 'ExternalName', externalName: 'a.example.com' }],
  ])('%j may stand without ports', (spec) => {
    expect(told(servicePort, service(spec))).toEqual([]);
  });

  test.each([
    ['a port alone', [{ port: 80 }]],
    ['a target port that is said in two ways', [{ port: 80, targetPort: 0 }]],
    ['an empty target port, which is the port', [{ port: 80, targetPort: '' }]],
    ['no protocol', [{ port: 80, protocol: '' }]],
    ['null is nothing', [{ port: 80, protocol: null, targetPort: null, appProtocol: null, name: null }]],
    [
      'one port by two protocols',
      [
        { name: 'a', port: 53 },
        { name: 'b', port: 53, protocol: 'UDP' },
      ],
    ],
    ['a protocol with a domain', [{ port: 80, appProtocol: 'kubernetes.io/h2c' }]],
    ['a name that starts with a digit', [{ port: 80, name: '9a' }]],
  ])('takes %s', (_what, list) => {
    expect(told(servicePort, ports(...list))).toEqual([]);
  });

  test.each([
    ['no number', [{}], 'port'],
    ['null', [null], 'port'],
    ['a number that is too large', [{ port: 65536 }], 'port'],
    ['a number in quotes as target', [{ port: 80, targetPort: '80' }], 'targetPort'],
    ['a negative target', [{ port: 80, targetPort: -1 }], 'targetPort'],
    ['a protocol in lower case', [{ port: 80, protocol: 'tcp' }], 'protocol'],
    ['an empty application protocol', [{ port: 80, appProtocol: '' }], 'appProtocol'],
    ['an application protocol with two slashes', [{ port: 80, appProtocol: 'a/b/c' }], 'appProtocol'],
    ['a name with a capital', [{ port: 80, name: 'Http' }], 'name'],
  ])('refuses %s', (_what, list, field) => {
    expect(told(servicePort, ports(...list))).toEqual([`spec.ports[0].${field}`]);
  });

  test.each([
    [[{ name: 'a', port: 80 }, { port: 81 }], 'name'],
    [
      [
        { name: 'a', port: 80 },
        { name: 'a', port: 81 },
      ],
      'name',
    ],
    [
      [
        { name: 'a', port: 80 },
        { name: 'b', port: 80, protocol: 'TCP' },
      ],
      'port',
    ],
  ])('refuses %j together', (list, field) => {
    expect(told(servicePort, ports(...list))).toEqual([`spec.ports[1].${field}`]);
  });

  test('a load balancer does not get the port of the kubelet, until 1.32', () => {
    const kubelet = service({ type: 'LoadBalancer', ports: [{ port: 10250 }] });
    expect(told(servicePort, kubelet, 32)).toEqual(['spec.ports[0].port']);
    expect(told(servicePort, kubelet, 33)).toEqual([]);
    expect(told(servicePort, ports({ port: 10250 }), 27)).toEqual([]);
  });
});

describe('service-type', () => {
  test.each([[{}], [{ type: '' }], [{ type: null }], [{ type: 'LoadBalancer', loadBalancerClass: 'a/b' }]])(
    'takes %j',
    (spec) => expect(told(serviceType, service(spec))).toEqual([]),
  );

  test.each([
    [{ type: 'Loadbalancer' }, 'type'],
    [{ allocateLoadBalancerNodePorts: false }, 'allocateLoadBalancerNodePorts'],
    [{ loadBalancerClass: '' }, 'loadBalancerClass'],
    [{ type: 'NodePort', loadBalancerSourceRanges: ['10.0.0.0/8'] }, 'loadBalancerSourceRanges'],
    [{ externalTrafficPolicy: 'Local' }, 'externalTrafficPolicy'],
    [{ type: 'NodePort', clusterIP: 'None' }, 'clusterIP'],
    [{ type: 'LoadBalancer', clusterIPs: ['None'] }, 'clusterIP'],
    [{ type: 'ExternalName', clusterIP: 'None' }, 'clusterIP'],
    [{ type: 'ExternalName', clusterIPs: ['10.0.0.1'] }, 'clusterIPs'],
    [{ type: 'ExternalName', ipFamilies: ['IPv4'] }, 'ipFamilies'],
    [{ type: 'ExternalName', ipFamilyPolicy: '' }, 'ipFamilyPolicy'],
  ])('refuses %j', (spec, field) => {
    expect(told(serviceType, service(spec))).toEqual([`spec.${field}`]);
  });

  test('external addresses make a traffic policy one, since 1.29', () => {
    const reachable = service({ externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Local' });
    expect(told(serviceType, reachable, 28)).toEqual(['spec.externalTrafficPolicy']);
    expect(told(serviceType, reachable, 29)).toEqual([]);
  });

  test('the annotation counts where the field is not set', () => {
    const annotations = { 'service.beta.kubernetes.io/load-balancer-source-ranges': '' };
    const path = 'metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]';
    expect(told(serviceType, service({}, annotations))).toEqual([path]);
    expect(told(serviceType, service({ type: 'LoadBalancer' }, annotations))).toEqual([]);
  });
});

describe('node-port', () => {
  test.each([
    ['a port of the range', [{ port: 80, nodePort: 30000 }]],
    ['none', [{ port: 80, nodePort: 0 }]],
    [
      'one for two protocols of a port',
      [
        { port: 53, nodePort: 30053 },
        { port: 53, nodePort: 30053, protocol: 'UDP' },
      ],
    ],
    [
      'two of a port',
      [
        { port: 53, nodePort: 30053 },
        { port: 53, nodePort: 30054, protocol: 'UDP' },
      ],
    ],
  ])('takes %s', (_what, list) => {
    expect(told(nodePort, ports(...list))).toEqual([]);
  });

  test.each([[29999], [32768], [80], [-1], [70000]])('refuses %j', (number) => {
    expect(told(nodePort, ports({ port: 80, nodePort: number }))).toEqual(['spec.ports[0].nodePort']);
  });

  test.each([
    [
      'twice',
      [
        { port: 80, nodePort: 30080 },
        { port: 81, nodePort: 30080 },
      ],
      1,
    ],
    [
      'for two ports, if by two protocols',
      [
        { port: 80, nodePort: 30080 },
        { port: 81, nodePort: 30080, protocol: 'UDP' },
      ],
      1,
    ],
    [
      'twice beside the first of the port',
      [
        { port: 80, nodePort: 30080 },
        { port: 80, nodePort: 30081, protocol: 'UDP' },
        { port: 80, nodePort: 30081, protocol: 'SCTP' },
      ],
      2,
    ],
  ])('refuses one %s', (_what, list, index) => {
    expect(told(nodePort, ports(...list))).toEqual([`spec.ports[${index}].nodePort`]);
  });

  test('is not for a Service inside the cluster; an alias has one for nothing', () => {
    const list = [{ port: 80, nodePort: 30080 }];
    expect(told(nodePort, service({ ports: list }))).toEqual(['spec.ports[0].nodePort']);
    expect(told(nodePort, service({ type: 'ExternalName', ports: [{ port: 80, nodePort: 9 }] }))).toEqual([]);
  });
});

test.each([
  [{ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 30001 }, true],
  [{ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 0 }, true],
  [{ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 80 }, false],
  [{ type: 'LoadBalancer', externalTrafficPolicy: 'Cluster', healthCheckNodePort: 30001 }, false],
  [{ type: 'NodePort', externalTrafficPolicy: 'Local', healthCheckNodePort: 30001 }, false],
  [
    {
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 30001,
      ports: [{ port: 80, nodePort: 30001 }],
    },
    false,
  ],
])('health-check-node-port: %j is sound: %s', (spec, isSound) => {
  expect(told(healthCheckNodePort, service(spec))).toEqual(isSound ? [] : ['spec.healthCheckNodePort']);
});

test.each([
  ['ClientIP', undefined, []],
  ['ClientIP', { clientIP: {} }, []],
  ['ClientIP', { clientIP: { timeoutSeconds: 86400 } }, []],
  ['ClientIP', { clientIP: { timeoutSeconds: 86401 } }, ['spec.sessionAffinityConfig.clientIP.timeoutSeconds']],
  ['ClientIP', { clientIP: { timeoutSeconds: 0 } }, ['spec.sessionAffinityConfig.clientIP.timeoutSeconds']],
  ['None', { clientIP: { timeoutSeconds: 0 } }, []],
  ['', { clientIP: { timeoutSeconds: 0 } }, []],
  ['Cookie', undefined, ['spec.sessionAffinity']],
])('session-affinity: %j with %j', (kind, config, paths) => {
  expect(told(sessionAffinity, service({ sessionAffinity: kind, sessionAffinityConfig: config }))).toEqual(paths);
});

test.each([
  ['models.example.com', true],
  ['models.example.com.', true],
  ['10.0.0.1', true],
  ['', false],
  ['.', false],
  ['models.example.com..', false],
  ['https://models.example.com', false],
  ['models.example.com:443', false],
  ['Models.example.com', false],
])('external-name: %j is sound: %s', (name, isSound) => {
  const alias = service({ type: 'ExternalName', externalName: name });
  expect(told(externalName, alias)).toEqual(isSound ? [] : ['spec.externalName']);
  expect(told(externalName, service({ externalName: name }))).toEqual([]);
});

test.each([
  [{}, []],
  [{ clusterIP: '' }, []],
  [{ clusterIP: 'None' }, []],
  [{ clusterIP: '10.0.0.7' }, []],
  [{ clusterIP: 'None', clusterIPs: ['None'] }, []],
  [{ clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.7', 'fd00::7'] }, []],
  [{ type: 'ExternalName', clusterIP: 'x' }, []],
  [{ clusterIP: 'none' }, ['spec.clusterIP']],
  [{ clusterIPs: ['10.0.0.7'] }, ['spec.clusterIP']],
  [{ clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.8'] }, ['spec.clusterIP']],
  [{ clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.7', '10.0.0.8'] }, ['spec.clusterIPs']],
  [{ clusterIP: 'None', clusterIPs: ['None', '10.0.0.7'] }, ['spec.clusterIPs[0]']],
  [{ clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.7', null] }, ['spec.clusterIPs[1]']],
])('cluster-ip: %j', (spec, paths) => {
  expect(told(clusterIp, service(spec))).toEqual(paths);
});

test.each([
  [{ ipFamilies: ['IPv6'] }, []],
  [{ ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'PreferDualStack' }, []],
  [{ ipFamilies: ['IPv4', 'IPv6'], clusterIP: 'None' }, []],
  [{ type: 'ExternalName', ipFamilies: ['x'] }, []],
  [{ ipFamilies: ['ipv4'] }, ['spec.ipFamilies[0]']],
  [{ ipFamilies: [null] }, ['spec.ipFamilies[0]']],
  [{ ipFamilies: ['IPv4', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' }, ['spec.ipFamilies[1]']],
  [{ ipFamilies: ['IPv6'], clusterIP: '10.0.0.7' }, ['spec.ipFamilies[0]']],
  [{ ipFamilyPolicy: '' }, ['spec.ipFamilyPolicy']],
  [{ ipFamilyPolicy: 'DualStack' }, ['spec.ipFamilyPolicy']],
  [{ ipFamilies: ['IPv4', 'IPv6'] }, ['spec.ipFamilyPolicy']],
  [{ ipFamilies: ['IPv4', 'IPv6'], clusterIP: 'None', selector: { app: 'model' } }, ['spec.ipFamilyPolicy']],
  [
    { clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.7', 'fd00::7'], ipFamilyPolicy: 'SingleStack' },
    ['spec.ipFamilyPolicy'],
  ],
])('ip-family: %j', (spec, paths) => {
  expect(told(ipFamily, service(spec))).toEqual(paths);
});

test.each([
  ['192.0.2.1', true],
  ['2001:db8::1', true],
  ['224.0.1.1', true],
  ['ff05::1', true],
  ['127.0.0.1', false],
  ['::1', false],
  ['0.0.0.0', false],
  ['::', false],
  ['169.254.1.1', false],
  ['febf::1', false],
  ['224.0.0.1', false],
  ['ff12::1', false],
  ['192.0.2.1/32', false],
  [null, false],
])('external-ip: %j is sound: %s', (address, isSound) => {
  expect(told(externalIp, service({ externalIPs: [address] }))).toEqual(isSound ? [] : ['spec.externalIPs[0]']);
});

test('external-ip: leading zeros are a fault since 1.36', () => {
  const sloppy = service({ externalIPs: ['192.000.2.1'] });
  expect(told(externalIp, sloppy, 35)).toEqual([]);
  expect(told(externalIp, sloppy, 36)).toEqual(['spec.externalIPs[0]']);
});

describe('load-balancer-source-range', () => {
  const annotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';

  test('ranges may stand between blanks', () => {
    expect(told(loadBalancerSourceRange, service({ loadBalancerSourceRanges: [' 10.0.0.0/8 ', '10.0.0.1'] }))).toEqual([
      'spec.loadBalancerSourceRanges[1]',
    ]);
  });

  test.each([
    ['10.0.0.0/8, 192.168.0.0/16', []],
    [' ', []],
    ['10.0.0.0/8,', [`metadata.annotations[${annotation}]`]],
    ['10.0.0.0', [`metadata.annotations[${annotation}]`]],
  ])('the annotation %j', (text, paths) => {
    expect(told(loadBalancerSourceRange, service({}, { [annotation]: text }))).toEqual(paths);
    const beside = service({ loadBalancerSourceRanges: ['10.0.0.0/8'] }, { [annotation]: text });
    expect(told(loadBalancerSourceRange, beside)).toEqual([]);
  });
});

test.each([
  ['internal', true],
  ['example.com/internal', true],
  ['', false],
  ['Example.com/internal', false],
  ['a/b/c', false],
])('load-balancer-class: %j is sound: %s', (name, isSound) => {
  const balanced = service({ type: 'LoadBalancer', loadBalancerClass: name });
  expect(told(loadBalancerClass, balanced)).toEqual(isSound ? [] : ['spec.loadBalancerClass']);
});

test.each([
  [{ externalTrafficPolicy: '', internalTrafficPolicy: null }, []],
  [{ externalTrafficPolicy: 'Local', internalTrafficPolicy: 'Cluster' }, []],
  [{ externalTrafficPolicy: 'local' }, ['spec.externalTrafficPolicy']],
  [{ internalTrafficPolicy: '' }, ['spec.internalTrafficPolicy']],
])('traffic-policy: %j', (spec, paths) => {
  expect(told(trafficPolicy, service(spec))).toEqual(paths);
});

test.each([
  ['PreferClose', 31, true],
  ['PreferSameNode', 33, false],
  ['PreferSameNode', 34, true],
  ['PreferSameZone', 37, true],
  ['', 37, false],
  ['Anything', 31, false],
  // Dropped, as long as it was new.
  ['Anything', 30, true],
])('traffic-distribution: %j on 1.%d is sound: %s', (value, minor, isSound) => {
  expect(told(trafficDistribution, service({ trafficDistribution: value }), minor)).toEqual(
    isSound ? [] : ['spec.trafficDistribution'],
  );
});

test.each([
  [{ 'service.kubernetes.io/topology-mode': 'Auto' }, true],
  [{ 'service.kubernetes.io/topology-mode': 'Auto', 'service.kubernetes.io/topology-aware-hints': 'Auto' }, true],
  [{ 'service.kubernetes.io/topology-mode': 'Auto', 'service.kubernetes.io/topology-aware-hints': 'auto' }, false],
])('topology-mode: %j is sound: %s', (annotations, isSound) => {
  const path = 'metadata.annotations[service.kubernetes.io/topology-mode]';
  expect(told(topologyMode, service({}, annotations))).toEqual(isSound ? [] : [path]);
});
