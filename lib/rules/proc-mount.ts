import { child } from './located';
import { oneOfFaults } from './one-of';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';

/** Before, Kubernetes writes Default over whatever it is, since the feature is off. */
const SINCE = 33;

export const procMount: Rule = {
  id: 'proc-mount',
  severity: 'error',
  summary: 'A container sees all of /proc (Unmasked) only if the users of its pod are not those of the node.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#proc-access',
  *check(set) {
    if (set.settings.kubernetes < SINCE) return;
    for (const container of containersWith(set, 'securityContext')) {
      const mount = child(child(container, 'securityContext'), 'procMount');
      yield* oneOfFaults(container.manifest, mount, ['Default', 'Unmasked']);
      if (mount.value === 'Unmasked' && container.pod.spec.hostUsers !== false) {
        const fix = 'set hostUsers: false in the pod, or leave procMount out';
        yield fault(container.manifest, mount, 'must be Default unless hostUsers is false', fix);
      }
    }
  },
};
