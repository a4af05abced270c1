import type { Located, Manifest } from '../manifest';
import { child, childItems } from './located';
import { oneOfFaults } from './one-of';
import { podField } from './pod-field';
import { podsWith } from './pods';
import type { Fault, Rule } from './rule';
import { appArmorFaults, seccompFaults } from './security-profile';
import { rangeFaults } from './value';
import { windowsOptionsFaults } from './windows-options';

const INT32_MAX = 2_147_483_647;
const IDS = ['runAsUser', 'runAsGroup', 'fsGroup'];

/** Which words a field takes, and since when the API server looks at it: it drops it before. */
const CHOICES: readonly { readonly field: string; readonly words: readonly string[]; readonly since: number }[] = [
  { field: 'fsGroupChangePolicy', words: ['Always', 'OnRootMismatch'], since: 0 },
  { field: 'supplementalGroupsPolicy', words: ['Merge', 'Strict'], since: 33 },
];

const SELINUX_SINCE = 33;
/** Since then, volumes may be mounted with a label at once (SELinuxMount). */
const SELINUX_MOUNT_SINCE = 37;

export const podSecurityContext: Rule = {
  id: 'pod-security-context',
  severity: 'error',
  summary: 'The security context of a pod has IDs that Linux takes, and policies and profiles that exist.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  *check(set) {
    for (const pod of podsWith(set, 'securityContext')) {
      yield* contextFaults(pod.manifest, podField(pod, 'securityContext'), set.settings.kubernetes);
    }
  },
};

function* contextFaults(manifest: Manifest, context: Located, minor: number): Iterable<Fault> {
  const ids = [...IDS.map((name) => child(context, name)), ...childItems(context, 'supplementalGroups')];
  for (const id of ids) yield* rangeFaults(manifest, id, [0, INT32_MAX], 'write the number of a user or a group');
  for (const { field, words, since } of CHOICES) {
    if (minor >= since) yield* oneOfFaults(manifest, child(context, field), words);
  }
  if (minor >= SELINUX_SINCE) {
    const policies = minor >= SELINUX_MOUNT_SINCE ? ['MountOption', 'Recursive'] : ['Recursive'];
    yield* oneOfFaults(manifest, child(context, 'seLinuxChangePolicy'), policies);
  }
  yield* seccompFaults(manifest, child(context, 'seccompProfile'));
  yield* appArmorFaults(manifest, child(context, 'appArmorProfile'));
  yield* windowsOptionsFaults(manifest, child(context, 'windowsOptions'));
}
