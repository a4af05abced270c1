import type { Manifest } from '../manifest';
import { objectOf } from '../rules/rule';
import type { Consequence } from './consequence';
import { deletionOf } from './kubectl';
import { isKept, type Pair } from './pairs';
import { hasReplicas, podRangeOf } from './pods';

/** Whether a workload keeps its autoscaler: one that goes from the files scales on until someone deletes it. */
export function* attachments(pair: Pair): Iterable<Consequence> {
  if (!isKept(pair) || !hasReplicas(pair.after.manifest)) return;
  const { before, after } = pair;
  const [was, is] = [before, after].map(({ manifest, folder }) => folder.set.autoscalersFor(manifest)) as [
    readonly Manifest[],
    readonly Manifest[],
  ];
  const come = is.filter((each) => !was.some((other) => isAlike(each, other)));
  const gone = was.filter((each) => !is.some((other) => isAlike(each, other)));
  const { least, most } = podRangeOf(after);
  for (const each of come) {
    yield { kind: 'scaling', message: `${objectOf(each)} scales it from now on: ${least} to ${most} pods` };
  }
  for (const each of gone) {
    const rival = is.length === 0 ? 'and scales on' : `and both it and ${is.map(objectOf).join(', ')} scale`;
    yield {
      kind: 'scaling',
      message: `${objectOf(each)} is attached to it no more in these files; until it is deleted, or changed, it stays in the cluster, ${rival}`,
      wayOut: deletionOf(each),
    };
  }
}

function isAlike(one: Manifest, other: Manifest): boolean {
  return objectOf(one) === objectOf(other);
}
