import type { Located } from '../manifest';
import { child, childItems } from './located';
import type { Pod } from './pods';

/** A field of the spec of a pod. */
export function podField({ path, spec }: Pod, name: string): Located {
  return child({ path, value: spec }, name);
}

/** The items of a list in the spec of a pod. */
export function podItems({ path, spec }: Pod, name: string): readonly Located[] {
  return childItems({ path, value: spec }, name);
}
