import { child, childItems } from './located';
import { podField } from './pod-field';
import { type Pod, podsWith } from './pods';
import { type Fault, fault, type Rule } from './rule';

/** Open since then (UserNamespacesSupport); before, the API server drops hostUsers. */
const USER_NAMESPACES_SINCE = 33;
const NO_VOLUME_DEVICES_SINCE = 34;

export const hostNamespace: Rule = {
  id: 'host-namespace',
  severity: 'error',
  summary: 'A pod with users or processes of its own does not share those of the host at the same time.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const pod of podsWith(set, 'shareProcessNamespace', 'hostUsers')) {
      const share = podField(pod, 'shareProcessNamespace');
      if (share.value === true && podField(pod, 'hostPID').value === true) {
        yield fault(pod.manifest, share, 'must not be true, since hostPID is', 'leave out one of the two');
      }
      const hasOwnUsers = podField(pod, 'hostUsers').value === false;
      if (hasOwnUsers && kubernetes >= USER_NAMESPACES_SINCE) yield* ownUsersFaults(pod, kubernetes);
    }
  },
};

/** Mirrors validateHostUsers. */
function* ownUsersFaults(pod: Pod, minor: number): Iterable<Fault> {
  for (const name of ['hostNetwork', 'hostPID', 'hostIPC']) {
    const namespace = podField(pod, name);
    if (namespace.value !== true) continue;
    yield fault(
      pod.manifest,
      namespace,
      'must not be true, since hostUsers is false',
      `leave ${name} or hostUsers out`,
    );
  }
  if (minor < NO_VOLUME_DEVICES_SINCE) return;
  for (const container of pod.containers) {
    if (childItems(container, 'volumeDevices').length === 0) continue;
    const devices = child(container, 'volumeDevices');
    yield fault(pod.manifest, devices, 'must not be set, since hostUsers is false', 'mount a file system instead');
  }
}
