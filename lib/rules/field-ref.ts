import type { Located, Manifest } from '../manifest';
import { QUALIFIED_NAME } from '../names';
import { child, childItems, isSet } from './located';
import { nearest } from './nearest';
import { containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';

const FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** An old name of spec.nodeName. */
const ALIASES = ['spec.host'];

export const fieldRef: Rule = {
  id: 'field-ref',
  severity: 'error',
  summary: 'A variable is filled from a field of the pod that can be read so.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields',
  *check(set) {
    const known = FIELDS.filter((field) => field !== 'status.hostIPs' || set.settings.kubernetes >= 29);
    for (const container of containersWith(set, 'env')) {
      for (const variable of childItems(container, 'env')) {
        yield* referenceFaults(container.manifest, child(child(variable, 'valueFrom'), 'fieldRef'), known);
      }
    }
  },
};

function* referenceFaults(manifest: Manifest, reference: Located, known: readonly string[]): Iterable<Fault> {
  if (!isSet(reference.value)) return;
  const version = child(reference, 'apiVersion');
  if (isSet(version.value) && version.value !== '' && version.value !== 'v1') {
    yield fault(manifest, version, 'must be v1, the only version of a pod', 'leave it out');
  }
  const field = child(reference, 'fieldPath');
  if (isSet(field.value) && typeof field.value !== 'string') return;
  const text = String(field.value ?? '');
  if (known.includes(text) || ALIASES.includes(text)) return;
  const [, list, key = ''] = /^metadata\.(labels|annotations)\['(.*)'\]$/s.exec(text) ?? [];
  if (list === undefined) {
    const must = `must be one of ${known.join(', ')}, metadata.labels['KEY'], metadata.annotations['KEY']`;
    yield fault(manifest, field, must, `write ${nearest(text, known) ?? 'one of these'}`);
  } else if (!QUALIFIED_NAME.matches(list === 'annotations' ? key.toLowerCase() : key)) {
    yield fault(manifest, field, `must have a key that is ${QUALIFIED_NAME.description}`, `write a key of the ${list}`);
  }
}
