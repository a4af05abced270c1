import type { Located } from '../manifest';
import { DNS_LABEL, RELAXED_ENV_NAME } from '../names';
import { child, childItems, isSet } from './located';
import { hasBackstep } from './path';
import { containersWith, type Pod } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { formatFaults, requiredFaults } from './value';
import { volumesOf } from './volumes';

export const fileKeyRef: Rule = {
  id: 'file-key-ref',
  severity: 'error',
  summary: 'A variable that is read from a file says its key, and the path in an emptyDir volume of the pod.',
  source: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-via-file/',
  *check(set) {
    // Before, the field is dropped as that of a feature that is off.
    if (set.settings.kubernetes < 35) return;
    for (const container of containersWith(set, 'env')) {
      for (const variable of childItems(container, 'env')) {
        const reference = child(child(variable, 'valueFrom'), 'fileKeyRef');
        if (isSet(reference.value)) yield* referenceFaults(container.pod, reference);
      }
    }
  },
};

function* referenceFaults(pod: Pod, reference: Located): Iterable<Fault> {
  const { manifest } = pod;
  yield* formatFaults(manifest, child(reference, 'key'), RELAXED_ENV_NAME, 'write the key of the value in the file');
  const path = child(reference, 'path');
  yield* requiredFaults(manifest, path, 'write the path of the file in the volume');
  if (typeof path.value === 'string' && hasBackstep(path.value)) {
    yield fault(manifest, path, "must not contain '..'", "write the path without '..'");
  }
  const name = child(reference, 'volumeName');
  yield* formatFaults(manifest, name, DNS_LABEL, 'write the name of an emptyDir volume of the pod');
  const volume = volumesOf(pod).get(name.value);
  if (typeof name.value !== 'string' || name.value === '' || volume?.source === 'emptyDir') return;
  yield fault(manifest, name, 'must be an emptyDir volume of the pod', 'write the name of such a volume, or add one');
}
