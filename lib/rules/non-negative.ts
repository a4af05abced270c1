import type { Fields, Manifest } from '../manifest';
import { type Fault, fault } from './rule';

/** What is wrong with numbers that may be 0 and more. */
export function* nonNegativeFaults(
  manifest: Manifest,
  path: string,
  object: Fields,
  names: readonly string[],
): Iterable<Fault> {
  for (const name of names) {
    const value = object[name];
    if (typeof value !== 'number' || value >= 0) continue;
    const where = { path: `${path}.${name}`, value };
    yield fault(manifest, where, 'must be at least 0', "leave it out for Kubernetes' own, or write 0 or more");
  }
}
