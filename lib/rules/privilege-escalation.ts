import { items } from '../manifest';
import { child } from './located';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';

export const privilegeEscalation: Rule = {
  id: 'privilege-escalation',
  severity: 'error',
  summary: 'A container that may gain no privileges (allowPrivilegeEscalation: false) has not got them all already.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  *check(set) {
    for (const container of containersWith(set, 'securityContext')) {
      const context = child(container, 'securityContext');
      const escalation = child(context, 'allowPrivilegeEscalation');
      if (escalation.value !== false) continue;
      const isPrivileged = child(context, 'privileged').value === true;
      // Only in this spelling, which a container runtime does not know.
      const isAdmin = items(child(child(context, 'capabilities'), 'add').value).includes('CAP_SYS_ADMIN');
      if (!isPrivileged && !isAdmin) continue;
      const beside = isPrivileged ? 'privileged: true' : 'the capability CAP_SYS_ADMIN';
      yield fault(container.manifest, escalation, `must not be false beside ${beside}`, 'leave out one of the two');
    }
  },
};
