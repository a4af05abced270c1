import { containerSecurityContext } from '../../lib/rules/container-security-context';
import { privilegeEscalation } from '../../lib/rules/privilege-escalation';
import { procMount } from '../../lib/rules/proc-mount';
import { toldOf } from './containers';

test.each([
  [{ runAsUser: 0, runAsGroup: 2147483647 }, []],
  [{ runAsUser: -1, runAsGroup: 2147483648 }, ['runAsUser', 'runAsGroup']],
  [{ seccompProfile: { type: 'RuntimeDefault' } }, []],
  [{ seccompProfile: { type: 'Localhost', localhostProfile: 'a/b.json' } }, []],
  [{ seccompProfile: { type: 'Localhost', localhostProfile: '../a' } }, ['seccompProfile.localhostProfile']],
  [{ seccompProfile: { type: 'Unconfined', localhostProfile: 'a' } }, ['seccompProfile.localhostProfile']],
  [{ seccompProfile: {} }, ['seccompProfile.type']],
  [{ appArmorProfile: { type: 'Localhost', localhostProfile: 'k8s-a' } }, []],
  [{ appArmorProfile: { type: 'Localhost', localhostProfile: ' a' } }, ['appArmorProfile.localhostProfile']],
  [{ appArmorProfile: { type: 'Localhost' } }, ['appArmorProfile.localhostProfile']],
  [{ appArmorProfile: { type: 'Default' } }, ['appArmorProfile.type']],
  [{ windowsOptions: { runAsUserName: 'NT AUTHORITY\\SYSTEM' } }, []],
  [{ windowsOptions: { runAsUserName: 'a\\b\\c' } }, ['windowsOptions.runAsUserName']],
  [{ capabilities: { add: ['ANYTHING'] } }, []],
])('the security context %j', (securityContext, paths) => {
  const expected = paths.map((path) => `securityContext.${path}`);
  expect(toldOf(containerSecurityContext, { securityContext })).toEqual(expected);
});

test.each([
  [{ privileged: true }, []],
  [{ privileged: true, allowPrivilegeEscalation: true }, []],
  [{ privileged: true, allowPrivilegeEscalation: false }, ['securityContext.allowPrivilegeEscalation']],
  [{ capabilities: { add: ['SYS_ADMIN'] }, allowPrivilegeEscalation: false }, []],
  [
    { capabilities: { add: ['CAP_SYS_ADMIN'] }, allowPrivilegeEscalation: false },
    ['securityContext.allowPrivilegeEscalation'],
  ],
])('the privileges %j', (securityContext, paths) => {
  expect(toldOf(privilegeEscalation, { securityContext })).toEqual(paths);
});

test.each([
  ['Default', {}, 33, []],
  ['Unmasked', { hostUsers: false }, 33, []],
  ['Unmasked', {}, 33, ['securityContext.procMount']],
  ['', {}, 33, ['securityContext.procMount']],
  ['Unmasked', {}, 32, []],
])('procMount %j in %j of 1.%i', (value, pod, minor, paths) => {
  expect(toldOf(procMount, { securityContext: { procMount: value } }, pod, minor)).toEqual(paths);
});
