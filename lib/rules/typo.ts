import { nearest } from './nearest';

/**
 * Whether one name may be the other, misspelt: for names of which nothing else is known to be meant. Names that differ in
 * digits alone are of a series.
 */
export function isTypo(name: unknown, other: unknown): boolean {
  if (typeof name !== 'string' || typeof other !== 'string' || name === other) return false;
  return withoutDigits(name) !== withoutDigits(other) && nearest(name, [other]) !== undefined;
}

/**
 * Whether one name is almost surely the other, misspelt: one letter of one word is missing, too many, or swapped with its
 * neighbour. A letter that is another one may make another word: reader and leader.
 */
export function isSlip(name: unknown, other: unknown): boolean {
  if (typeof name !== 'string' || typeof other !== 'string' || name === other) return false;
  const [words, otherWords] = [name.split(/[-._]/), other.split(/[-._]/)];
  if (words.join('') === otherWords.join('')) return true;
  if (words.length !== otherWords.length) return false;
  const changed = words.flatMap((word, index) => (word === otherWords[index] ? [] : [[word, otherWords[index] ?? '']]));
  const [[word = '', otherWord = ''] = []] = changed;
  return changed.length === 1 && isLong(word) && isLong(otherWord) && isOneSlip(word, otherWord);
}

/** Short words are too near to each other, and words with digits are of a series. */
function isLong(word: string): boolean {
  return word.length >= 4 && !/\d/.test(word);
}

function isOneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  let first = 0;
  while (first < short.length && long[first] === short[first]) first += 1;
  if (long.length === short.length + 1) return long.slice(first + 1) === short.slice(first);
  const swapped = long.slice(0, first) + (long[first + 1] ?? '') + (long[first] ?? '') + long.slice(first + 2);
  return long.length === short.length && swapped === short;
}

function withoutDigits(name: string): string {
  return name.replaceAll(/[-._]?\d+/g, '');
}
