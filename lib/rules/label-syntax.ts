import { at, fields, isKind, type Located, type Manifest } from '../manifest';
import { LABEL_VALUE, QUALIFIED_NAME } from '../names';
import { type Fault, fault, type Rule } from './rule';

/** What all annotations of an object may weigh together, in bytes, keys included. */
const ANNOTATIONS_LIMIT = 256 * 1024;

export const labelSyntax: Rule = {
  id: 'label-syntax',
  severity: 'error',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  *check(manifests) {
    for (const manifest of manifests) {
      for (const path of metadataPaths(manifest)) {
        yield* labelFaults(manifest, located(manifest, ...path, 'labels'));
        yield* annotationFaults(manifest, located(manifest, ...path, 'annotations'));
      }
      if (isKind(manifest, 'Deployment')) {
        yield* labelFaults(manifest, located(manifest, 'spec', 'selector', 'matchLabels'));
      }
      if (isKind(manifest, 'Service')) yield* labelFaults(manifest, located(manifest, 'spec', 'selector'));
    }
  },
};

function metadataPaths(manifest: Manifest): string[][] {
  const own = [['metadata']];
  return isKind(manifest, 'Deployment') ? [...own, ['spec', 'template', 'metadata']] : own;
}

function located(manifest: Manifest, ...path: string[]): Located {
  return { path: path.join('.'), value: at(manifest, ...path) };
}

function* labelFaults(manifest: Manifest, labels: Located): Iterable<Fault> {
  for (const [key, value] of Object.entries(fields(labels.value))) {
    yield* keyFaults(manifest, labels.path, key);
    if (typeof value === 'string' && LABEL_VALUE.matches(value)) continue;
    yield fault(
      manifest,
      { path: `${labels.path}[${key}]`, value },
      `must be ${LABEL_VALUE.description}`,
      typeof value === 'string' ? 'shorten it, or make it an annotation, which takes any text' : 'put it in quotes',
    );
  }
}

function* annotationFaults(manifest: Manifest, annotations: Located): Iterable<Fault> {
  let bytes = 0;
  for (const [key, value] of Object.entries(fields(annotations.value))) {
    // The API server takes capitals in the prefix of an annotation, but not in that of a label.
    yield* keyFaults(manifest, annotations.path, key.toLowerCase());
    bytes += Buffer.byteLength(key) + Buffer.byteLength(String(value));
    if (typeof value === 'string') continue;
    yield fault(manifest, { path: `${annotations.path}[${key}]`, value }, 'must be text', 'put it in quotes');
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

function* keyFaults(manifest: Manifest, path: string, key: string): Iterable<Fault> {
  if (QUALIFIED_NAME.matches(key)) return;
  yield fault(
    manifest,
    { path, value: key },
    `must have keys that are ${QUALIFIED_NAME.description}`,
    'rename the key',
  );
}
