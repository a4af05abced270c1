import { child, childItems, isSet } from './located';
import { hasBackstep } from './path';
import { type Container, containersWith, type Pod } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { requiredFaults } from './value';
import { type Volume, volumesOf } from './volumes';

const CLAIMS = ['persistentVolumeClaim', 'ephemeral'];

export const volumeDevice: Rule = {
  id: 'volume-device',
  severity: 'error',
  summary: 'A block device comes from a claim of the pod, and has a path that nothing else in the container has.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const container of containersWith(set, 'volumeDevices')) {
      yield* deviceFaults(container, volumesOf(container.pod));
      if (kubernetes >= 34 && hasOwnUsers(container.pod)) yield* forbiddenFaults(container);
    }
  },
};

/** Whether the users of a pod are others than those of its node. */
function hasOwnUsers({ spec }: Pod): boolean {
  return spec.hostUsers === false;
}

function* deviceFaults(container: Container, volumes: ReadonlyMap<unknown, Volume>): Iterable<Fault> {
  const { manifest } = container;
  const mounts = childItems(container, 'volumeMounts');
  const names = new Set(mounts.map((mount) => child(mount, 'name').value));
  const paths = new Set(mounts.map((mount) => child(mount, 'mountPath').value));
  for (const device of childItems(container, 'volumeDevices')) {
    const [name, path] = [child(device, 'name'), child(device, 'devicePath')];
    yield* requiredFaults(manifest, name, 'write the name of a claim among the volumes of the pod');
    yield* requiredFaults(manifest, path, 'write where the container is to find the device');
    if (typeof name.value === 'string' && !CLAIMS.includes(volumes.get(name.value)?.source ?? '')) {
      yield fault(manifest, name, 'must be a volume of the pod that is a claim', 'add one, or correct the name');
    } else if (isSet(name.value) && names.has(name.value)) {
      yield fault(manifest, name, 'must be unique in the container, mounts included', 'leave one of them out');
    }
    if (typeof path.value === 'string' && hasBackstep(path.value)) {
      yield fault(manifest, path, "must not contain '..'", "write the path without '..'");
    } else if (isSet(path.value) && paths.has(path.value)) {
      yield fault(manifest, path, 'must be unique in the container, mounts included', 'choose another path');
    }
    names.add(name.value);
    paths.add(path.value);
  }
}

function* forbiddenFaults(container: Container): Iterable<Fault> {
  const devices = child(container, 'volumeDevices');
  if (childItems(container, 'volumeDevices').length === 0) return;
  const fix = 'leave hostUsers out, or mount the volume';
  yield fault(container.manifest, devices, 'must not be set where hostUsers is false', fix);
}
