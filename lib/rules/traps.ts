import type { Manifest } from '../manifest';
import type { Origin } from './manifest-set';
import { onceASet } from './once-a-set';

/** An object in whose text stands what the object does not show. */
export interface Trapped {
  readonly manifest: Manifest;
  readonly origin: Origin;
}

/** The few objects of a set whose texts hold one of YAML's traps. */
export const trappedIn = onceASet((set): readonly Trapped[] =>
  set.manifests.flatMap((manifest) => {
    const origin = set.originOf(manifest);
    return origin !== undefined && holdsTrap(origin) ? [{ manifest, origin }] : [];
  }),
);

function holdsTrap({ duplicateKeys, octalNumbers, rewrittenKeys }: Origin): boolean {
  return duplicateKeys.length + octalNumbers.length + rewrittenKeys.length > 0;
}
