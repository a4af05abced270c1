import { SYSCTL_NAME } from '../names';
import { child, childItems } from './located';
import { podField } from './pod-field';
import { type Pod, podsWith } from './pods';
import { fault, type Rule } from './rule';
import { formatFaults } from './value';

/** Since then, a pod in a namespace of the host can't set what belongs to that namespace. */
const HOST_SINCE = 29;

export const sysctl: Rule = {
  id: 'sysctl',
  severity: 'error',
  summary: 'A kernel parameter has a sound name, stands once, and is not one of the host that the pod shares.',
  source: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
  *check(set) {
    for (const pod of podsWith(set, 'securityContext')) {
      const seen = new Set<unknown>();
      for (const item of childItems(podField(pod, 'securityContext'), 'sysctls')) {
        const name = child(item, 'name');
        yield* formatFaults(pod.manifest, name, SYSCTL_NAME, "write its name, such as 'net.core.somaxconn'");
        if (seen.has(name.value)) yield fault(pod.manifest, name, 'must be unique in the pod', 'leave out the second');
        seen.add(name.value);
        const shared =
          set.settings.kubernetes < HOST_SINCE ? undefined : sharedNamespace(pod, String(name.value ?? ''));
        if (shared !== undefined) {
          yield fault(pod.manifest, name, `must not be one of the host, since ${shared} is true`, 'set it on the node');
        }
      }
    }
  },
};

/** Parameters of the IPC namespace; those of the network begin with `net.`. */
const IPC = /^(kernel\.(sem|shmall|shmmax|shmmni|shm_rmid_forced|shm|msgmax|msgmnb|msgmni|msg)$|fs\.mqueue\.)/;

/** The field by which a pod shares the namespace of a parameter with its host. Mirrors ValidateHostSysctl. */
function sharedNamespace({ spec }: Pod, name: string): string | undefined {
  const dotted = withDots(name);
  if (spec.hostNetwork === true && dotted.startsWith('net.')) return 'hostNetwork';
  return spec.hostIPC === true && IPC.test(dotted) ? 'hostIPC' : undefined;
}

/** Where the first separator is '/', it and '.' change places. Mirrors NormalizeName. */
function withDots(name: string): string {
  const [separator] = /[./]/.exec(name) ?? [];
  return separator === '/' ? name.replace(/[./]/g, (each) => (each === '.' ? '/' : '.')) : name;
}
