import type { Located, Manifest } from '../manifest';
import { type Fault, fault } from './rule';

/** Whether a path goes up at some point. */
export function hasBackstep(path: string): boolean {
  return path.split('/').includes('..');
}

/** What is wrong with a path that must stay below where it starts, if it is set. */
export function* descendingPathFaults(manifest: Manifest, where: Located): Iterable<Fault> {
  if (typeof where.value !== 'string') return;
  if (where.value.startsWith('/')) {
    yield fault(manifest, where, 'must be a relative path', "leave out the '/' that it starts with");
  } else if (hasBackstep(where.value)) {
    yield fault(manifest, where, "must not contain '..'", "write the path without '..'");
  }
}
