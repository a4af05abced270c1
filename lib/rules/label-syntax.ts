import { at, fields, isKind, type Located, type Manifest } from '../manifest';
import { QUALIFIED_NAME } from '../names';
import { labelFaults } from './labels';
import { podsOf } from './pods';
import { type Fault, fault, type Rule } from './rule';

/** What all annotations of an object may weigh together, in bytes, keys included. */
const ANNOTATIONS_LIMIT = 256 * 1024;

export const labelSyntax: Rule = {
  id: 'label-syntax',
  severity: 'error',
  summary: 'Labels and annotations have keys and values that Kubernetes takes.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  *check(set) {
    for (const manifest of set.manifests) {
      yield* metadataFaults(manifest, { path: 'metadata', value: manifest.metadata });
      if (hasPlainSelector(manifest)) {
        yield* labelFaults(manifest, { path: 'spec.selector', value: at(manifest, 'spec', 'selector') });
      }
    }
    for (const { manifest, metadataPath, metadata } of podsOf(set)) {
      if (metadataPath !== 'metadata') yield* metadataFaults(manifest, { path: metadataPath, value: metadata });
    }
  },
};

/** These two select by labels alone, without `matchLabels`. */
function hasPlainSelector(manifest: Manifest): boolean {
  return manifest.apiVersion === 'v1' && (isKind(manifest, 'Service') || isKind(manifest, 'ReplicationController'));
}

function* metadataFaults(manifest: Manifest, { path, value }: Located): Iterable<Fault> {
  const { labels, annotations } = fields(value);
  if (labels === undefined && annotations === undefined) return;
  const places = [
    { path: `${path}.labels`, value: labels },
    { path: `${path}.annotations`, value: annotations },
  ] as const;
  for (const place of places) if (!areTexts(place.value)) yield* typeFaults(manifest, place);
  yield* labelFaults(manifest, places[0]);
  if (annotations === undefined) return;
  yield* annotationFaults(manifest, places[1]);
}

/** Nearly all are, and asking costs less than to look for faults. */
function areTexts(map: unknown): boolean {
  const all = fields(map);
  for (const key of Object.keys(all)) if (typeof all[key] !== 'string') return false;
  return true;
}

/** Of kinds that nothing is known about, too. */
function* typeFaults(manifest: Manifest, place: Located): Iterable<Fault> {
  const all = fields(place.value);
  for (const key of Object.keys(all)) {
    const value = all[key];
    if (typeof value === 'string' || value === null) continue;
    yield fault(manifest, { path: `${place.path}[${key}]`, value }, 'must be text', 'put it in quotes');
  }
}

function* annotationFaults(manifest: Manifest, annotations: Located): Iterable<Fault> {
  let bytes = 0;
  for (const [key, value] of Object.entries(fields(annotations.value))) {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(String(value ?? ''));
    // The API server takes capitals in the prefix of an annotation, but not in that of a label.
    if (QUALIFIED_NAME.matches(key.toLowerCase())) continue;
    const where = { path: annotations.path, value: key };
    yield fault(manifest, where, `must be ${QUALIFIED_NAME.description}`, 'rename the key');
  }
  if (bytes > ANNOTATIONS_LIMIT) {
    yield {
      manifest,
      path: annotations.path,
      message: `must weigh at most ${ANNOTATIONS_LIMIT} bytes together, got ${bytes}`,
      fix: 'move what is large into a ConfigMap',
    };
  }
}
