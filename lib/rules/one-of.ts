import type { Located, Manifest } from '../manifest';
import { nearest } from './nearest';
import { type Fault, fault } from './rule';

/** What is wrong with a text that must be one of a few words. What is no text at all is not for this to say. */
export function* oneOfFaults(manifest: Manifest, where: Located, words: readonly string[]): Iterable<Fault> {
  if (typeof where.value !== 'string' || words.includes(where.value)) return;
  yield fault(manifest, where, `must be ${oneOf(words)}`, `write ${nearest(where.value, words) ?? oneOf(words)}`);
}

/** The same for a field that has a default, so that empty text is as good as none. */
export function* oneOfOrEmptyFaults(manifest: Manifest, where: Located, words: readonly string[]): Iterable<Fault> {
  if (where.value !== '') yield* oneOfFaults(manifest, where, words);
}

function oneOf(words: readonly string[]): string {
  return words.length <= 2 ? words.join(' or ') : `one of ${words.join(', ')}`;
}
