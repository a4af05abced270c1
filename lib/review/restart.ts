import { at, fields, type Manifest } from '../manifest';
import { objectOf } from '../rules/rule';
import { canonical } from '../stored/canonical';
import { asksOf } from './asks';
import { type Change, isWorkload } from './change';
import type { Consequence } from './consequence';
import type { Side } from './pairs';
import { podRangeOf } from './pod-range';

/** Whose pods are replaced, and what that needs beside those that run. */
export function* restarts({ pairs, after: set }: Change): Iterable<Consequence> {
  for (const { before, after } of pairs) {
    if (before === undefined || after === undefined || !isWorkload(after.manifest)) continue;
    if (templateOf(before) === templateOf(after)) continue;
    yield {
      kind: 'restart',
      object: objectOf(after.manifest),
      message: messageFor(after, podRangeOf(set, after.manifest).most, set.settings.kubernetes),
    };
  }
}

/** As the Deployment controller compares them: whatever the template holds, its labels and annotations too. */
function templateOf({ stored }: Side): string {
  return canonical(at(stored, 'spec', 'template'));
}

function messageFor({ manifest, stored }: Side, most: number, kubernetes: number): string {
  const strategy = fields(at(stored, 'spec', 'strategy'));
  if (manifest.kind === 'StatefulSet') return 'its pods are replaced, one after the other';
  if (strategy.type === 'Recreate') return 'its pods are replaced: all of them end before the first new one starts';
  const surge = fromShare(fields(strategy.rollingUpdate).maxSurge, most);
  const room = asksOf(podOf(manifest), surge, kubernetes).map((ask) => `, ${ask}`);
  return `its pods are replaced; with ${most} of them that needs room for ${surge} more${room.join('')}`;
}

function podOf(manifest: Manifest) {
  return fields(at(manifest, 'spec', 'template', 'spec'));
}

/** A number, or a share of the pods, rounded up. */
function fromShare(value: unknown, pods: number): number {
  const [, percent] = /^(\d+)%$/.exec(String(value)) ?? [];
  return percent === undefined ? Number(value ?? 0) : Math.ceil((pods * Number(percent)) / 100);
}
