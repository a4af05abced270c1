import type { Located, Manifest } from '../manifest';
import { QUALIFIED_NAME } from '../names';
import { child, childItems, isSet } from './located';
import { oneOfFaults } from './one-of';
import { podVolumesOf } from './pod-volumes';
import { resourceFieldFaults } from './resource-field-ref';
import { type Fault, fault, type Rule } from './rule';
import { requiredFaults, unlessEmpty } from './value';

const FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations', 'metadata.uid'];

export const downwardApiVolume: Rule = {
  id: 'downward-api-volume',
  severity: 'error',
  summary: 'A file of a downward API volume has one source: a field of the pod that can be a file, or a resource.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields',
  *check(set) {
    for (const volume of podVolumesOf(set)) {
      const sources = [volume, ...childItems(child(volume, 'projected'), 'sources')];
      for (const source of sources) {
        for (const item of childItems(child(source, 'downwardAPI'), 'items')) {
          yield* itemFaults(volume.manifest, item);
        }
      }
    }
  },
};

/** Mirrors validateDownwardAPIVolumeFile. */
function* itemFaults(manifest: Manifest, item: Located): Iterable<Fault> {
  const field = child(item, 'fieldRef');
  const resource = child(item, 'resourceFieldRef');
  if (isSet(field.value) === isSet(resource.value)) {
    yield fault(manifest, item, 'must have either fieldRef or resourceFieldRef', 'write one of the two');
  }
  if (isSet(field.value)) yield* fieldFaults(manifest, field);
  if (isSet(resource.value)) {
    yield* requiredFaults(manifest, child(resource, 'containerName'), 'name the container whose resource is meant');
    yield* resourceFieldFaults(manifest, resource);
  }
}

function* fieldFaults(manifest: Manifest, reference: Located): Iterable<Fault> {
  yield* oneOfFaults(manifest, unlessEmpty(child(reference, 'apiVersion')), ['v1']);
  const { path, value } = child(reference, 'fieldPath');
  const text = String(value ?? '');
  const [, list, key = ''] = /^metadata\.(labels|annotations)\['(.*)'\]$/s.exec(text) ?? [];
  if (list === undefined) {
    yield* oneOfFaults(manifest, { path, value: text }, FIELDS);
  } else if (!QUALIFIED_NAME.matches(list === 'annotations' ? key.toLowerCase() : key)) {
    const must = `must have a key that is ${QUALIFIED_NAME.description}`;
    yield fault(manifest, { path, value }, must, `write a key of the ${list}`);
  }
}
