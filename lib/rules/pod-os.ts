import { child, childItems, isSet } from './located';
import { oneOfFaults } from './one-of';
import { podField } from './pod-field';
import { type Pod, podsWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { orEmpty } from './value';

const SYSTEMS = ['linux', 'windows'];

/** What Windows has nothing like, and since when the API server looks at it: it drops it before. */
const NOT_IN_WINDOWS_POD: Readonly<Record<string, number>> = { shareProcessNamespace: 0, hostUsers: 33, resources: 34 };
const NOT_TRUE_IN_WINDOWS_POD = ['hostPID', 'hostIPC'];
const NOT_IN_WINDOWS_CONTEXT: Readonly<Record<string, number>> = {
  appArmorProfile: 30,
  seLinuxOptions: 0,
  seccompProfile: 0,
  fsGroup: 0,
  fsGroupChangePolicy: 0,
  runAsUser: 0,
  runAsGroup: 0,
  supplementalGroups: 0,
  supplementalGroupsPolicy: 33,
  seLinuxChangePolicy: 33,
};
const NOT_IN_WINDOWS_CONTAINER: Readonly<Record<string, number>> = {
  appArmorProfile: 30,
  seLinuxOptions: 0,
  seccompProfile: 0,
  capabilities: 0,
  readOnlyRootFilesystem: 0,
  privileged: 0,
  allowPrivilegeEscalation: 0,
  procMount: 0,
  runAsUser: 0,
  runAsGroup: 0,
};

export const podOs: Rule = {
  id: 'pod-os',
  severity: 'error',
  summary: 'A pod that says its operating system (linux or windows) sets nothing that only the other one has.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-os',
  *check(set) {
    for (const pod of podsWith(set, 'os')) {
      const os = podField(pod, 'os');
      if (!isSet(os.value)) continue;
      const name = orEmpty(child(os, 'name'));
      yield* oneOfFaults(pod.manifest, name, SYSTEMS);
      if (name.value === 'linux') yield* linuxFaults(pod);
      if (name.value === 'windows') yield* windowsFaults(pod, set.settings.kubernetes);
    }
  },
};

/** Mirrors validateLinux. */
function* linuxFaults(pod: Pod): Iterable<Fault> {
  const contexts = [podField(pod, 'securityContext'), ...pod.containers.map((each) => child(each, 'securityContext'))];
  for (const options of contexts.map((context) => child(context, 'windowsOptions'))) {
    if (isSet(options.value)) yield astray(pod, options);
  }
}

/** Mirrors validateWindows. */
function* windowsFaults(pod: Pod, minor: number): Iterable<Fault> {
  const context = podField(pod, 'securityContext');
  const whole = { path: pod.path, value: pod.spec };
  const forbidden = [
    ...fieldsIn(whole, NOT_IN_WINDOWS_POD, minor),
    ...fieldsIn(context, NOT_IN_WINDOWS_CONTEXT, minor),
    ...pod.containers.flatMap((container) =>
      fieldsIn(child(container, 'securityContext'), NOT_IN_WINDOWS_CONTAINER, minor),
    ),
  ];
  for (const field of forbidden) if (isSet(field.value)) yield astray(pod, field);
  for (const name of NOT_TRUE_IN_WINDOWS_POD) {
    const field = podField(pod, name);
    if (field.value === true) yield astray(pod, field);
  }
  if (childItems(context, 'sysctls').length > 0) yield astray(pod, child(context, 'sysctls'));
}

function fieldsIn(parent: { path: string; value: unknown }, names: Readonly<Record<string, number>>, minor: number) {
  return Object.entries(names).flatMap(([name, since]) => (minor >= since ? [child(parent, name)] : []));
}

function astray({ manifest, spec }: Pod, field: { path: string; value: unknown }): Fault {
  const { value: name } = child({ path: '', value: spec.os }, 'name');
  return fault(manifest, field, `must not be set, since os.name is ${name}`, 'leave it out, or leave os out');
}
