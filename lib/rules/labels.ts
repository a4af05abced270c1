import { fields, type Located, type Manifest } from '../manifest';
import { LABEL_VALUE, QUALIFIED_NAME } from '../names';
import { type Fault, fault } from './rule';

/** What is wrong with the keys and the values of labels, wherever they stand. Mirrors ValidateLabels. */
export function* labelFaults(manifest: Manifest, labels: Located): Iterable<Fault> {
  const all = fields(labels.value);
  for (const key of Object.keys(all)) {
    const value = all[key];
    // Nearly all are sound, and there are many.
    if (QUALIFIED_NAME.matches(key) && LABEL_VALUE.matches(String(value ?? ''))) continue;
    yield* labelKeyFaults(manifest, { path: labels.path, value: key });
    yield* labelValueFaults(manifest, { path: `${labels.path}[${key}]`, value });
  }
}

/** What is wrong with the name of a label. */
export function* labelKeyFaults(manifest: Manifest, key: Located): Iterable<Fault> {
  if (QUALIFIED_NAME.matches(String(key.value ?? ''))) return;
  yield fault(manifest, key, `must be ${QUALIFIED_NAME.description}`, 'rename the key');
}

/** What is wrong with the value of a label. Nothing is read as empty text. */
export function* labelValueFaults(manifest: Manifest, label: Located): Iterable<Fault> {
  if (LABEL_VALUE.matches(String(label.value ?? ''))) return;
  const fix = 'shorten it, or make it an annotation, which takes any text';
  yield fault(manifest, label, `must be ${LABEL_VALUE.description}`, fix);
}
