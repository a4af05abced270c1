import { volumeDevice } from '../../lib/rules/volume-device';
import { volumeMount } from '../../lib/rules/volume-mount';
import { toldOf } from './containers';
import { told } from './told';

const volumes = [
  { name: 'cache' },
  { name: 'models', persistentVolumeClaim: { claimName: 'models' } },
  { name: 'index', ephemeral: {} },
];

test.each([
  [{}, []],
  [{ name: 'chache' }, ['name']],
  [{ name: '' }, ['name']],
  [{ mountPath: null }, ['mountPath']],
  [{ mountPath: 'a:b' }, []],
  [{ subPath: 'a/b', subPathExpr: '' }, []],
  [{ subPath: '/a' }, ['subPath']],
  [{ subPath: 'a/../b' }, ['subPath']],
  [{ subPathExpr: '$(A)/..' }, ['subPathExpr']],
  [{ subPath: 'a', subPathExpr: 'b' }, ['subPathExpr']],
  [{ mountPropagation: 'HostToContainer' }, []],
  [{ mountPropagation: '' }, ['mountPropagation']],
  [{ mountPropagation: 'Bidirectional' }, ['mountPropagation']],
  [{ recursiveReadOnly: 'Disabled' }, []],
  [{ recursiveReadOnly: 'Enabled', readOnly: true }, []],
  [{ recursiveReadOnly: 'Enabled', readOnly: true, mountPropagation: 'None' }, []],
  [{ recursiveReadOnly: 'Enabled' }, ['recursiveReadOnly']],
  [{ recursiveReadOnly: 'IfPossible', readOnly: true, mountPropagation: 'HostToContainer' }, ['recursiveReadOnly']],
  [{ recursiveReadOnly: '' }, ['recursiveReadOnly']],
])('the mount %j', (mount, paths) => {
  const volumeMounts = [{ name: 'cache', mountPath: '/cache', ...mount }];
  expect(toldOf(volumeMount, { volumeMounts }, { volumes })).toEqual(paths.map((path) => `volumeMounts[0].${path}`));
});

test('a privileged container mounts in both directions', () => {
  const volumeMounts = [{ name: 'cache', mountPath: '/cache', mountPropagation: 'Bidirectional' }];
  expect(toldOf(volumeMount, { volumeMounts, securityContext: { privileged: true } }, { volumes })).toEqual([]);
});

test('recursiveReadOnly is dropped before 1.31', () => {
  const volumeMounts = [{ name: 'cache', mountPath: '/cache', recursiveReadOnly: 'Enabled' }];
  expect(toldOf(volumeMount, { volumeMounts }, { volumes }, 30)).toEqual([]);
});

test('a volume may be mounted twice, but not at one path', () => {
  const at = (mountPath: string) => ({ name: 'cache', mountPath });
  expect(toldOf(volumeMount, { volumeMounts: [at('/a'), at('/b')] }, { volumes })).toEqual([]);
  expect(toldOf(volumeMount, { volumeMounts: [at('/a'), at('/a')] }, { volumes })).toEqual([
    'volumeMounts[1].mountPath',
  ]);
});

test('the pods of a StatefulSet have the claims that it makes', () => {
  const container = {
    name: 'a',
    volumeMounts: [{ name: 'data', mountPath: '/data' }],
    volumeDevices: [{ name: 'disk', devicePath: '/dev/a' }],
  };
  const spec = {
    volumeClaimTemplates: [{ metadata: { name: 'data' } }, { metadata: { name: 'disk' } }],
    template: { spec: { containers: [container] } },
  };
  const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', spec };
  expect([...told(volumeMount, set), ...told(volumeDevice, set)]).toEqual([]);
});

test.each([
  [{}, []],
  [{ name: 'index' }, []],
  [{ name: 'cache' }, ['name']],
  [{ name: 'none' }, ['name']],
  [{ devicePath: '' }, ['devicePath']],
  [{ devicePath: '/dev/../a' }, ['devicePath']],
  [{ devicePath: '/cache' }, ['devicePath']],
])('the device %j', (device, paths) => {
  const volumeMounts = [{ name: 'cache', mountPath: '/cache' }];
  const volumeDevices = [{ name: 'models', devicePath: '/dev/a', ...device }];
  const expected = paths.map((path) => `volumeDevices[0].${path}`);
  expect(toldOf(volumeDevice, { volumeMounts, volumeDevices }, { volumes })).toEqual(expected);
});

test('a claim is either a device or mounted, and a device has a path of its own', () => {
  const device = { name: 'models', devicePath: '/dev/a' };
  const mounted = { volumeMounts: [{ name: 'models', mountPath: '/models' }], volumeDevices: [device] };
  expect(toldOf(volumeDevice, mounted, { volumes })).toEqual(['volumeDevices[0].name']);
  const volumeDevices = [device, { name: 'index', devicePath: '/dev/a' }, { name: 'models', devicePath: '/dev/b' }];
  expect(toldOf(volumeDevice, { volumeDevices }, { volumes })).toEqual([
    'volumeDevices[1].devicePath',
    'volumeDevices[2].name',
  ]);
});

test('a pod with users of its own has no devices, since 1.34', () => {
  const volumeDevices = [{ name: 'models', devicePath: '/dev/a' }];
  const pod = { volumes, hostUsers: false };
  expect(toldOf(volumeDevice, { volumeDevices }, pod, 34)).toEqual(['volumeDevices']);
  expect(toldOf(volumeDevice, { volumeDevices }, pod, 33)).toEqual([]);
});
