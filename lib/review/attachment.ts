import type { Manifest } from '../manifest';
import { objectOf } from '../rules/rule';
import { type Change, isWorkload } from './change';
import type { Consequence } from './consequence';
import { deletionOf } from './deletion';
import { podRangeOf } from './pod-range';

/** Whether a workload keeps its autoscaler: one that goes from the files scales on until someone deletes it. */
export function* attachments({ pairs, before: old, after: young }: Change): Iterable<Consequence> {
  for (const { before, after } of pairs) {
    if (before === undefined || after === undefined || !isWorkload(after.manifest)) continue;
    const was = old.autoscalersOf(before.manifest);
    const is = young.autoscalersOf(after.manifest);
    const come = is.filter((each) => !was.some((other) => isAlike(each, other)));
    const gone = was.filter((each) => !is.some((other) => isAlike(each, other)));
    const object = objectOf(after.manifest);
    const { least, most } = podRangeOf(young, after.manifest);
    for (const each of come) {
      yield { kind: 'scaling', object, message: `${objectOf(each)} scales it from now on: ${least} to ${most} pods` };
    }
    for (const each of gone) {
      const rival = is.length === 0 ? 'and scales on' : `and both it and ${is.map(objectOf).join(', ')} scale`;
      const message = `${objectOf(each)} is attached to it no more in these files; until it is deleted, or changed, it stays in the cluster, ${rival}`;
      yield { kind: 'scaling', object, message, wayOut: deletionOf(each) };
    }
  }
}

function isAlike(one: Manifest, other: Manifest): boolean {
  return objectOf(one) === objectOf(other);
}
