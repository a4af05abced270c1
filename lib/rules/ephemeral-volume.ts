import { fields, isKind, type Located, type Manifest, nameOf } from '../manifest';
import { DNS_SUBDOMAIN, QUALIFIED_NAME } from '../names';
import { labelFaults } from './labels';
import { child, childEntries, isSet } from './located';
import { podItems } from './pod-field';
import { type PodVolume, podVolumesOf } from './pod-volumes';
import { type Fault, fault, type Rule } from './rule';

const TAKEN = ['labels', 'annotations'];

/** The one number of the metadata for which 0 is not as good as nothing. */
const NEVER_ZERO = 'deletionGracePeriodSeconds';

export const ephemeralVolume: Rule = {
  id: 'ephemeral-volume',
  severity: 'error',
  summary: 'The template of a claim has labels and annotations, and no name: Kubernetes makes one from pod and volume.',
  source: 'https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes',
  *check(set) {
    for (const volume of podVolumesOf(set)) {
      const ephemeral = child(volume, 'ephemeral');
      if (!isSet(ephemeral.value)) continue;
      yield* metadataFaults(volume.manifest, child(child(ephemeral, 'volumeClaimTemplate'), 'metadata'));
      if (isKind(volume.manifest, 'Pod') && nameOf(volume.manifest) !== '') yield* claimNameFaults(volume);
    }
  },
};

/** Mirrors ValidateTemplateObjectMeta. */
function* metadataFaults(manifest: Manifest, metadata: Located): Iterable<Fault> {
  yield* labelFaults(manifest, child(metadata, 'labels'));
  for (const { path, key } of childEntries(metadata, 'annotations')) {
    if (QUALIFIED_NAME.matches(key.toLowerCase())) continue;
    yield fault(manifest, { path, value: key }, `must be ${QUALIFIED_NAME.description}`, 'rename the key');
  }
  for (const [name, value] of Object.entries(fields(metadata.value))) {
    const isZero = !isSet(value) || value === '' || (value === 0 && name !== NEVER_ZERO);
    if (TAKEN.includes(name) || isZero) continue;
    const where = { path: `${metadata.path}.${name}`, value };
    yield fault(manifest, where, 'must not be set in the template of a claim', 'leave it out');
  }
}

/** Of a pod alone, the name of the claim is known: POD-VOLUME. */
function* claimNameFaults(volume: PodVolume): Iterable<Fault> {
  const { manifest, pod } = volume;
  const name = child(volume, 'name');
  const claim = `${nameOf(manifest)}-${name.value}`;
  if (!DNS_SUBDOMAIN.matches(claim)) {
    yield fault(manifest, name, 'must make the name of a claim, together with that of the pod', 'shorten it');
  }
  for (const other of podItems(pod, 'volumes')) {
    const claimName = child(child(other, 'persistentVolumeClaim'), 'claimName');
    if (claimName.value !== claim) continue;
    yield fault(manifest, claimName, `must not be the claim that the volume ${name.value} makes`, 'name another claim');
  }
}
