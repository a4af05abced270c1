import type { Located, Manifest } from '../manifest';
import type { NameFormat } from '../names';
import { isSet } from './located';
import { type Fault, fault } from './rule';

/** What is wrong with a text that must be there, and of a format. What is no text at all is not for this to say. */
export function* formatFaults(manifest: Manifest, where: Located, format: NameFormat, fix: string): Iterable<Fault> {
  if (typeof where.value === 'string' ? format.matches(where.value) : isSet(where.value)) return;
  yield fault(manifest, where, `must be ${format.description}`, fix);
}

/** What is wrong with a text that must be there, whatever it is. */
export function* requiredFaults(manifest: Manifest, where: Located, fix: string): Iterable<Fault> {
  if (!isSet(where.value) || where.value === '') yield fault(manifest, where, 'must be set', fix);
}
