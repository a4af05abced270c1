import { at, type Manifest } from '../manifest';
import { objectOf } from '../rules/rule';
import { type Change, isWorkload } from './change';
import type { Consequence } from './consequence';
import { podRangeOf } from './pod-range';

/** What the apply does to the number of pods that run: `kubectl apply` sets `replicas` where a manifest says it. */
export function* counts({ pairs, before: old, after: young }: Change): Iterable<Consequence> {
  for (const { before, after } of pairs) {
    if (before === undefined || after === undefined || !isWorkload(after.manifest)) continue;
    const [was, is] = [before.manifest, after.manifest].map(replicasOf);
    const { autoscaler, least, most } = podRangeOf(young, after.manifest);
    const object = objectOf(after.manifest);
    const wasScaled = podRangeOf(old, before.manifest).autoscaler !== undefined;
    if (is !== undefined && autoscaler !== undefined) {
      if (was === is && wasScaled) continue;
      yield {
        kind: 'count',
        object,
        replicas: is,
        message: `every apply sets the number of pods to ${is}, whatever ${objectOf(autoscaler)} has made of it (${least} to ${most})`,
        wayOut: 'leave replicas out',
      };
    } else if (is === undefined && was !== undefined) {
      yield {
        kind: 'count',
        object,
        replicas: 1,
        message: 'replicas is left out: the first apply without it sets the number of pods to 1, once',
        wayOut: `kubectl apply edit-last-applied ${kindAndName(after.manifest)}, take replicas out there, and apply then`,
      };
    } else if (autoscaler === undefined && is !== was) {
      yield {
        kind: 'count',
        object,
        replicas: is ?? 1,
        message: `the number of pods becomes ${is ?? 1}, from ${was ?? 'what it was'}`,
      };
    }
  }
}

function replicasOf(manifest: Manifest): number | undefined {
  const value = at(manifest, 'spec', 'replicas');
  return typeof value === 'number' ? value : undefined;
}

function kindAndName(manifest: Manifest): string {
  return `${String(manifest.kind).toLowerCase()}/${String(at(manifest, 'metadata', 'name'))}`;
}
