import type { Manifest } from '../../lib/manifest';
import { ipBlock } from '../../lib/rules/ip-block';
import { networkPolicyPeer } from '../../lib/rules/network-policy-peer';
import { networkPolicyPort } from '../../lib/rules/network-policy-port';
import { networkPolicySelector } from '../../lib/rules/network-policy-selector';
import { networkPolicyType } from '../../lib/rules/network-policy-type';
import { told } from './told';

function policy(spec: object): Manifest {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'model' }, spec };
}

function block(cidr: unknown, ...except: unknown[]): Manifest {
  return policy({ ingress: [{ from: [{ ipBlock: { cidr, except } }] }] });
}

test.each([
  [{ podSelector: {} }, true],
  [{ namespaceSelector: {} }, true],
  [{ podSelector: {}, namespaceSelector: {} }, true],
  [{ ipBlock: { cidr: '10.0.0.0/8' } }, true],
  [{ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: null }, true],
  [{}, false],
  [null, false],
  [{ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }, false],
])('network-policy-peer: %j is sound: %s', (peer, isSound) => {
  expect(told(networkPolicyPeer, policy({ ingress: [{ from: [peer] }] }))).toEqual(
    isSound ? [] : ['spec.ingress[0].from[0]'],
  );
  expect(told(networkPolicyPeer, policy({ egress: [{ to: [peer] }] }))).toEqual(
    isSound ? [] : ['spec.egress[0].to[0]'],
  );
});

test.each([
  [{}, undefined],
  [{ protocol: null }, undefined],
  [{ port: 'http' }, undefined],
  [{ port: 80, endPort: 80 }, undefined],
  [{ port: 80, endPort: null }, undefined],
  [{ protocol: '' }, 'protocol'],
  [{ protocol: 'tcp' }, 'protocol'],
  [{ port: 0 }, 'port'],
  [{ port: '80' }, 'port'],
  [{ port: '' }, 'port'],
  [{ port: 80, endPort: 79 }, 'endPort'],
  [{ port: 80, endPort: 65536 }, 'endPort'],
  [{ port: 'http', endPort: 90 }, 'endPort'],
  [{ endPort: 90 }, 'endPort'],
])('network-policy-port: %j', (port, field) => {
  const paths = field === undefined ? [] : [`spec.egress[0].ports[0].${field}`];
  expect(told(networkPolicyPort, policy({ egress: [{ ports: [port] }] }))).toEqual(paths);
});

test.each([
  [['Ingress'], []],
  [['Egress', 'Egress'], []],
  [[], []],
  [['ingress'], ['spec.policyTypes[0]']],
  [[null], ['spec.policyTypes[0]']],
  [['Ingress', 'Egress', 'Ingress'], ['spec.policyTypes']],
])('network-policy-type: %j', (policyTypes, paths) => {
  expect(told(networkPolicyType, policy({ policyTypes }))).toEqual(paths);
});

test('network-policy-selector: each selector is looked at', () => {
  const wrong = { matchExpressions: [{ key: 'role', operator: 'Is' }] };
  const peers = [{ podSelector: wrong, namespaceSelector: wrong }];
  const found = told(
    networkPolicySelector,
    policy({ podSelector: wrong, ingress: [{ from: peers }], egress: [{ to: peers }] }),
  );
  expect(found).toEqual(
    [
      'spec.podSelector',
      'spec.ingress[0].from[0].podSelector',
      'spec.ingress[0].from[0].namespaceSelector',
      'spec.egress[0].to[0].podSelector',
      'spec.egress[0].to[0].namespaceSelector',
    ].map((path) => `${path}.matchExpressions[0].operator`),
  );
});

const CIDR = 'spec.ingress[0].from[0].ipBlock.cidr';
const EXCEPT = 'spec.ingress[0].from[0].ipBlock.except[0]';

test.each([
  [block('10.0.0.0/8'), []],
  [block('10.0.0.0/8', '10.1.0.0/16'), []],
  [block('::/0', 'fd00::/8'), []],
  [block(undefined), [CIDR]],
  [block('10.0.0.1'), [CIDR]],
  [block('10.0.0.0/8', 'x'), [EXCEPT]],
  [block('10.0.0.0/8', null), [EXCEPT]],
  [block('10.0.0.0/8', '11.0.0.0/16'), [EXCEPT]],
  [block('10.0.0.0/8', '10.0.0.0/8'), [EXCEPT]],
  [block('10.0.0.0/8', '0.0.0.0/0'), [EXCEPT]],
  [block('::/0', '10.0.0.0/8'), [EXCEPT]],
])('ip-block: %#', (manifest, paths) => {
  expect(told(ipBlock, manifest)).toEqual(paths);
});

test('ip-block: bits behind the prefix are a fault since 1.36', () => {
  expect(told(ipBlock, block('10.0.0.1/8', '10.1.0.1/16'), 35)).toEqual([]);
  expect(told(ipBlock, block('10.0.0.1/8', '10.1.0.1/16'), 36)).toEqual([CIDR, EXCEPT]);
});
