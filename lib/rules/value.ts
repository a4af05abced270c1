import type { Located, Manifest } from '../manifest';
import type { NameFormat } from '../names';
import { isInteger } from './integer';
import { isSet } from './located';
import { type Fault, fault } from './rule';

/** A field for which empty text is as good as nothing. */
export function unlessEmpty({ path, value }: Located): Located {
  return { path, value: value === '' ? undefined : value };
}

/** A text that is read as empty text where it is not set: an item of a list, or a field without a default. */
export function orEmpty({ path, value }: Located): Located {
  return { path, value: value ?? '' };
}

/** What is wrong with a text that must be of a format, if it is set. */
export function* optionalFormatFaults(
  manifest: Manifest,
  where: Located,
  format: NameFormat,
  fix: string,
): Iterable<Fault> {
  if (typeof where.value !== 'string' || format.matches(where.value)) return;
  yield fault(manifest, where, `must be ${format.description}`, fix);
}

/** What is wrong with a list that must hold something. */
export function* requiredListFaults(manifest: Manifest, where: Located, fix: string): Iterable<Fault> {
  const { value } = where;
  if (!isSet(value) || (Array.isArray(value) && value.length === 0)) {
    yield fault(manifest, where, 'must hold something', fix);
  }
}

/** What is wrong with a whole number that must be in a range, if it is set. */
export function* rangeFaults(
  manifest: Manifest,
  where: Located,
  [min, max]: readonly [min: number, max: number],
  fix: string,
): Iterable<Fault> {
  if (!isSet(where.value) || isInteger(where.value, min, max)) return;
  yield fault(manifest, where, `must be a whole number from ${min} to ${max}`, fix);
}

/** The same for one that is 0 where it is not set. */
export function* requiredRangeFaults(
  manifest: Manifest,
  where: Located,
  range: readonly [min: number, max: number],
  fix: string,
): Iterable<Fault> {
  if (isSet(where.value)) yield* rangeFaults(manifest, where, range, fix);
  else yield fault(manifest, where, `must be a whole number from ${range[0]} to ${range[1]}`, fix);
}

/** What is wrong with a text that must be there, and of a format. What is no text at all is not for this to say. */
export function* formatFaults(manifest: Manifest, where: Located, format: NameFormat, fix: string): Iterable<Fault> {
  if (typeof where.value === 'string' ? format.matches(where.value) : isSet(where.value)) return;
  yield fault(manifest, where, `must be ${format.description}`, fix);
}

/** What is wrong with a text that must be there, whatever it is. */
export function* requiredFaults(manifest: Manifest, where: Located, fix: string): Iterable<Fault> {
  if (!isSet(where.value) || where.value === '') yield fault(manifest, where, 'must be set', fix);
}
