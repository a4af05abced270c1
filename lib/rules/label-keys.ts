import { fields, items, type Located, type Manifest } from '../manifest';
import { labelKeyFaults } from './labels';
import { child, childItems, isSet } from './located';
import type { Pod } from './pods';
import { type Fault, fault } from './rule';

/**
 * What is wrong with the labels that a term asks for as its own pods have them (`matchLabelKeys`, `mismatchLabelKeys`).
 * Mirrors ValidateMatchLabelKeysAndMismatchLabelKeys.
 */
export function* labelKeysFaults(manifest: Manifest, term: Located): Iterable<Fault> {
  const selector = child(term, 'labelSelector');
  for (const name of ['matchLabelKeys', 'mismatchLabelKeys']) {
    yield* loneKeysFaults(manifest, child(term, name), selector);
    if (!isSet(selector.value)) continue;
    for (const key of childItems(term, name)) yield* labelKeyFaults(manifest, key);
  }
  const twice = keysAskedTwice(selector.value);
  const mismatched = items(child(term, 'mismatchLabelKeys').value);
  for (const key of childItems(term, 'matchLabelKeys')) {
    if (twice.has(key.value)) yield repeated(manifest, key, 'the labelSelector');
    if (mismatched.includes(key.value)) yield repeated(manifest, key, 'mismatchLabelKeys');
  }
}

/** As it was for topology spread constraints before. Mirrors ValidateMatchLabelKeysInTopologySpread. */
export function* oldLabelKeysFaults(manifest: Manifest, term: Located): Iterable<Fault> {
  const selector = child(term, 'labelSelector');
  yield* loneKeysFaults(manifest, child(term, 'matchLabelKeys'), selector);
  const asked = new Set(keysOf(selector.value));
  for (const key of childItems(term, 'matchLabelKeys')) {
    yield* labelKeyFaults(manifest, key);
    if (asked.has(key.value)) yield repeated(manifest, key, 'the labelSelector');
  }
}

/**
 * The API server adds to the selector of a pod each of `matchLabelKeys` that the pod has as a label, and then finds the
 * key twice where the selector has it already. It does not do so for a template, and takes it there.
 */
export function* mergedKeysFaults({ manifest, metadata }: Pod, term: Located): Iterable<Fault> {
  const keys = keysOf(child(term, 'labelSelector').value);
  const labels = fields(metadata.labels);
  for (const key of childItems(term, 'matchLabelKeys')) {
    const count = keys.filter((each) => each === key.value).length;
    if (count === 1 && Object.hasOwn(labels, String(key.value))) yield repeated(manifest, key, 'the labelSelector');
  }
}

function* loneKeysFaults(manifest: Manifest, keys: Located, selector: Located): Iterable<Fault> {
  if (items(keys.value).length === 0 || isSet(selector.value)) return;
  yield fault(manifest, keys, 'must not be set without a labelSelector', 'write the labelSelector of the pods meant');
}

function repeated(manifest: Manifest, key: Located, where: string): Fault {
  return fault(manifest, key, `must not stand in ${where}, too`, 'leave it out here or there');
}

/** The API server takes a key that the selector asks for once: it may have added that one itself. */
function keysAskedTwice(selector: unknown): ReadonlySet<unknown> {
  const keys = keysOf(selector);
  return new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
}

function keysOf(selector: unknown): readonly unknown[] {
  const { matchLabels, matchExpressions } = fields(selector);
  return [...Object.keys(fields(matchLabels)), ...items(matchExpressions).map((each) => fields(each).key)];
}
