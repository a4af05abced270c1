import type { Located, Manifest } from '../manifest';
import { child } from './located';
import { containersWith } from './pods';
import type { Fault, Rule } from './rule';
import { appArmorFaults, seccompFaults } from './security-profile';
import { rangeFaults } from './value';
import { windowsOptionsFaults } from './windows-options';

const INT32_MAX = 2_147_483_647;

export const containerSecurityContext: Rule = {
  id: 'container-security-context',
  severity: 'error',
  summary: 'The security context of a container has IDs that Linux takes, and profiles that exist.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  *check(set) {
    for (const container of containersWith(set, 'securityContext')) {
      yield* contextFaults(container.manifest, child(container, 'securityContext'));
    }
  },
};

function* contextFaults(manifest: Manifest, context: Located): Iterable<Fault> {
  for (const id of ['runAsUser', 'runAsGroup'].map((name) => child(context, name))) {
    yield* rangeFaults(manifest, id, [0, INT32_MAX], 'write the number of a user or a group');
  }
  yield* seccompFaults(manifest, child(context, 'seccompProfile'));
  yield* appArmorFaults(manifest, child(context, 'appArmorProfile'));
  yield* windowsOptionsFaults(manifest, child(context, 'windowsOptions'));
}
