import { at } from '../manifest';
import { child, childItems, isSet } from './located';
import { nearest } from './nearest';
import { oneOfFaults } from './one-of';
import { descendingPathFaults } from './path';
import { type Container, containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { requiredFaults } from './value';
import { volumesOf } from './volumes';

/** Before, recursiveReadOnly is dropped as the field of a feature that is off. */
const RECURSIVE_SINCE = 31;

export const volumeMount: Rule = {
  id: 'volume-mount',
  severity: 'error',
  summary: 'A container mounts volumes that its pod has, each at a path of its own.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#volumes',
  *check(set) {
    for (const container of containersWith(set, 'volumeMounts')) {
      const names = [...volumesOf(container.pod).keys()];
      const volumes = names.filter((name): name is string => typeof name === 'string');
      yield* mountFaults(container, volumes, set.settings.kubernetes);
    }
  },
};

function* mountFaults(container: Container, volumes: readonly string[], kubernetes: number): Iterable<Fault> {
  const { manifest } = container;
  const paths = new Set<unknown>();
  for (const mount of childItems(container, 'volumeMounts')) {
    const name = child(mount, 'name');
    yield* requiredFaults(manifest, name, 'write the name of a volume of the pod');
    if (typeof name.value === 'string' && name.value !== '' && !volumes.includes(name.value)) {
      const meant = nearest(name.value, volumes);
      const fix = meant === undefined ? 'add the volume to the pod, or leave the mount out' : `write ${meant}`;
      yield fault(manifest, name, 'must be the name of a volume of the pod', fix);
    }
    const path = child(mount, 'mountPath');
    yield* requiredFaults(manifest, path, 'write where the container is to find it');
    if (isSet(path.value) && paths.has(path.value)) {
      yield fault(manifest, path, 'must be unique in the container', 'mount one of them elsewhere');
    }
    paths.add(path.value);

    const [subPath, expression] = [child(mount, 'subPath'), child(mount, 'subPathExpr')];
    yield* descendingPathFaults(manifest, subPath);
    yield* descendingPathFaults(manifest, expression);
    if (subPath.value && expression.value) {
      yield fault(manifest, expression, 'must not stand beside subPath', 'leave out one of the two');
    }

    const propagation = child(mount, 'mountPropagation');
    yield* oneOfFaults(manifest, propagation, ['None', 'HostToContainer', 'Bidirectional']);
    if (propagation.value === 'Bidirectional' && at(container.value, 'securityContext', 'privileged') !== true) {
      const fix = 'write HostToContainer, or make the container privileged';
      yield fault(manifest, propagation, 'must not be Bidirectional unless the container is privileged', fix);
    }
    if (kubernetes < RECURSIVE_SINCE) continue;
    const recursive = child(mount, 'recursiveReadOnly');
    yield* oneOfFaults(manifest, recursive, ['Disabled', 'IfPossible', 'Enabled']);
    if (recursive.value !== 'IfPossible' && recursive.value !== 'Enabled') continue;
    if (child(mount, 'readOnly').value !== true) {
      yield fault(manifest, recursive, 'must be Disabled where readOnly is not true', 'set readOnly: true');
    } else if (isSet(propagation.value) && propagation.value !== 'None') {
      const fix = 'leave mountPropagation out';
      yield fault(manifest, recursive, 'must be Disabled where mountPropagation is not None', fix);
    }
  }
}
