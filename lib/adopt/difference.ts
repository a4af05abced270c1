import { step } from './pointer';
import { own } from './said';

/** A place where two values differ; `undefined` is what is not there. */
export interface Difference {
  readonly pointer: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** The smallest parts in which two values differ. Lists of different lengths differ as a whole. */
export function* differences(one: unknown, other: unknown, pointer = ''): Iterable<Difference> {
  if (one === other) return;
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    for (const [index, item] of one.entries()) yield* differences(item, other[index], step(pointer, String(index)));
    return;
  }
  if (isGroup(one) && isGroup(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      yield* differences(own(one, key), own(other, key), step(pointer, key));
    }
    return;
  }
  yield { pointer, one, other };
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
