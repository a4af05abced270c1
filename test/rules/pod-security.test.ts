import { podAnnotation } from '../../lib/rules/pod-annotation';
import { podOs } from '../../lib/rules/pod-os';
import { podSecurityContext } from '../../lib/rules/pod-security-context';
import { sysctl } from '../../lib/rules/sysctl';
import { windowsHostProcess } from '../../lib/rules/windows-host-process';
import { toldOfPod } from './pods';
import { told } from './told';

describe('the security context of a pod', () => {
  test.each([
    [{ runAsUser: 0, runAsGroup: 2_147_483_647, fsGroup: 1, supplementalGroups: [0, null] }, []],
    [{ runAsUser: -1, runAsGroup: 2_147_483_648, fsGroup: -1 }, ['runAsUser', 'runAsGroup', 'fsGroup']],
    [{ supplementalGroups: [1, -1] }, ['supplementalGroups[1]']],
    [{ fsGroupChangePolicy: 'Always', supplementalGroupsPolicy: 'Strict', seLinuxChangePolicy: 'MountOption' }, []],
    [{ fsGroupChangePolicy: '' }, ['fsGroupChangePolicy']],
    [{ supplementalGroupsPolicy: 'None' }, ['supplementalGroupsPolicy']],
    [{ seccompProfile: { type: 'Localhost' } }, ['seccompProfile.localhostProfile']],
    [{ appArmorProfile: { type: 'Unconfined', localhostProfile: 'a' } }, ['appArmorProfile.localhostProfile']],
    [{ windowsOptions: { runAsUserName: '' } }, ['windowsOptions.runAsUserName']],
  ])('%j', (securityContext, paths) => {
    const told = toldOfPod(podSecurityContext, { securityContext });
    expect(told).toEqual(paths.map((path) => `securityContext.${path}`));
  });

  test('has policies that came and grew', () => {
    const at = (minor: number) =>
      toldOfPod(
        podSecurityContext,
        { securityContext: { supplementalGroupsPolicy: 'a', seLinuxChangePolicy: 'MountOption' } },
        minor,
      );
    expect(at(32)).toEqual([]);
    expect(at(33)).toEqual(['securityContext.supplementalGroupsPolicy', 'securityContext.seLinuxChangePolicy']);
    expect(at(37)).toEqual(['securityContext.supplementalGroupsPolicy']);
  });
});

describe('a kernel parameter', () => {
  const setting = (...names: unknown[]) => ({
    securityContext: { sysctls: names.map((name) => ({ name, value: '1' })) },
  });

  test.each([
    [['net.ipv4.tcp_syncookies', 'net/ipv4/conf/eth0.1/a', 'kernel.shmmax'], []],
    [['net..core'], [0]],
    [['Net.core'], [0]],
    [
      ['', undefined],
      [0, 1],
    ],
    [['kernel.shmmax', 'kernel.shmmax'], [1]],
  ])('%j', (names, indexes) => {
    const paths = indexes.map((index) => `securityContext.sysctls[${index}].name`);
    expect(toldOfPod(sysctl, setting(...names))).toEqual(paths);
  });

  test.each([
    ['hostNetwork', 'net.core.somaxconn'],
    ['hostNetwork', 'net/core/somaxconn'],
    ['hostIPC', 'kernel.shmmax'],
    ['hostIPC', 'fs.mqueue.msg_max'],
  ])('with %s is that of the host, since 1.29: %s', (field, name) => {
    const pod = { ...setting(name, 'kernel.domainname'), [field]: true };
    expect(toldOfPod(sysctl, pod)).toEqual(['securityContext.sysctls[0].name']);
    expect(toldOfPod(sysctl, pod, 28)).toEqual([]);
  });
});

describe('the operating system of a pod', () => {
  test.each([
    [{ os: { name: 'linux' }, securityContext: { runAsUser: 1 } }, []],
    [{ os: { name: 'windows' }, securityContext: { windowsOptions: {}, runAsNonRoot: true } }, []],
    [{ os: {} }, ['os.name']],
    [{ os: { name: 'Linux' } }, ['os.name']],
    [{ os: { name: 'linux' }, securityContext: { windowsOptions: {} } }, ['securityContext.windowsOptions']],
    [
      { os: { name: 'windows' }, hostPID: true, hostIPC: false, shareProcessNamespace: false },
      ['shareProcessNamespace', 'hostPID'],
    ],
    [{ os: { name: 'windows' }, securityContext: { fsGroup: 1, sysctls: [] } }, ['securityContext.fsGroup']],
    [{ os: { name: 'windows' }, securityContext: { sysctls: [{ name: 'a' }] } }, ['securityContext.sysctls']],
    [
      { os: { name: 'windows' }, containers: [{ securityContext: { runAsUser: 1, capabilities: {} } }] },
      ['containers[0].securityContext.capabilities', 'containers[0].securityContext.runAsUser'],
    ],
    [
      { os: { name: 'linux' }, initContainers: [{ securityContext: { windowsOptions: {} } }] },
      ['initContainers[0].securityContext.windowsOptions'],
    ],
  ])('%j', (pod, paths) => {
    expect(toldOfPod(podOs, pod)).toEqual(paths);
  });

  test('forbids only what the version looks at', () => {
    const pod = { os: { name: 'windows' }, hostUsers: true, resources: {} };
    expect(toldOfPod(podOs, pod, 32)).toEqual([]);
    expect(toldOfPod(podOs, pod, 33)).toEqual(['hostUsers']);
    expect(toldOfPod(podOs, pod, 34)).toEqual(['hostUsers', 'resources']);
  });
});

describe('host processes of Windows', () => {
  const options = (hostProcess?: boolean) => ({ securityContext: { windowsOptions: { hostProcess } } });

  test.each([
    ['all, said by the pod', { hostNetwork: true, ...options(true), containers: [{}, {}] }, []],
    ['all, said by each', { hostNetwork: true, containers: [options(true), options(true)] }, []],
    ['none', { ...options(false), containers: [options(false), {}] }, []],
    ['some', { hostNetwork: true, containers: [options(true), {}] }, ['']],
    ['without the network', { ...options(true), containers: [{}] }, ['.hostNetwork']],
    [
      'said in two ways',
      { hostNetwork: true, ...options(true), containers: [options(false)] },
      ['.containers[0].securityContext.windowsOptions.hostProcess'],
    ],
  ])('%s', (_what, pod, paths) => {
    const found = toldOfPod(windowsHostProcess, pod).map((path) => path.replace(/^spec\.template\.spec$/, ''));
    expect(found).toEqual(paths.map((path) => path.replace(/^\./, '')));
  });
});

describe('an annotation of a pod', () => {
  const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
  const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
  const SECCOMP = 'seccomp.security.alpha.kubernetes.io/pod';
  const SECCOMP_OF = 'container.seccomp.security.alpha.kubernetes.io/';
  const APP_ARMOR_OF = 'container.apparmor.security.beta.kubernetes.io/';

  function isTaken(annotations: unknown, spec: unknown = {}, kubernetes?: number): boolean {
    const containers = [{ name: 'server', image: 'model' }];
    const template = { metadata: { annotations }, spec: { containers, ...(spec as object) } };
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: {}, spec: { template } };
    return told(podAnnotation, deployment, kubernetes).length === 0;
  }

  test.each(['0', '-5', '2147483647', '-2147483648'])('may make deletion cost %s', (cost) => {
    expect(isTaken({ [DELETION_COST]: cost })).toBe(true);
  });

  test.each(['', 'high', '+1', '007', '1.5', '2147483648', null])('may not make deletion cost %j', (cost) => {
    expect(isTaken({ [DELETION_COST]: cost })).toBe(false);
  });

  test('says that a pod mirrors one of a node only where the node is said', () => {
    expect(isTaken({ 'kubernetes.io/config.mirror': 'a' })).toBe(false);
    expect(isTaken({ 'kubernetes.io/config.mirror': 'a' }, { nodeName: 'node-1' })).toBe(true);
  });

  test.each(['', '[]', 'null', '[{"key":"a"}]', '[{"Operator":"Exists","any":1}]'])('tolerates %s', (text) => {
    expect(isTaken({ [TOLERATIONS]: text })).toBe(true);
  });

  test.each(['a', '{}', '[1]', '[{}]', '[null]', '[{"key":1}]', '[{"key":"a","operator":"In"}]'])(
    'does not tolerate %s',
    (text) => {
      expect(isTaken({ [TOLERATIONS]: text })).toBe(false);
    },
  );

  test.each(['runtime/default', 'docker/default', 'unconfined', 'localhost/a/b.json'])(
    'names the filter %s',
    (text) => {
      expect(isTaken({ [SECCOMP]: text, [`${SECCOMP_OF}any`]: text })).toBe(true);
    },
  );

  test.each(['', 'RuntimeDefault', 'localhost//a', 'localhost/../a'])('does not name the filter %j', (text) => {
    expect(isTaken({ [SECCOMP]: text })).toBe(false);
  });

  test.each(['', 'runtime/default', 'unconfined', 'localhost/a'])('names the profile %j', (text) => {
    expect(isTaken({ [`${APP_ARMOR_OF}server`]: text })).toBe(true);
    expect(isTaken({ [`${APP_ARMOR_OF}other`]: text })).toBe(false);
  });

  test('says what the field says', () => {
    const spec = (seccompProfile: unknown) => ({ securityContext: { seccompProfile } });
    expect(isTaken({ [SECCOMP]: 'docker/default' }, spec({ type: 'RuntimeDefault' }))).toBe(true);
    expect(isTaken({ [SECCOMP]: 'unconfined' }, spec({ type: 'RuntimeDefault' }))).toBe(false);
    expect(isTaken({ [SECCOMP]: 'localhost/a' }, spec({ type: 'Localhost', localhostProfile: 'a' }))).toBe(true);
    expect(isTaken({ [SECCOMP]: 'localhost/b' }, spec({ type: 'Localhost', localhostProfile: 'a' }))).toBe(false);
  });

  test('says what the field of the container says, or of its pod, since 1.30', () => {
    const appArmorProfile = { type: 'Unconfined' };
    const annotations = { [`${APP_ARMOR_OF}server`]: 'runtime/default' };
    const ofContainer = { containers: [{ name: 'server', securityContext: { appArmorProfile } }] };
    expect(isTaken(annotations, { securityContext: { appArmorProfile } })).toBe(false);
    expect(isTaken(annotations, ofContainer)).toBe(false);
    expect(isTaken(annotations, ofContainer, 29)).toBe(true);
  });
});
