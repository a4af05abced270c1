import { at, fields, type Manifest } from '../manifest';
import { plural } from '../plural';
import type { ManifestSet } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';
import { asksOf } from './asks';
import { type Change, isWorkload } from './change';
import type { Consequence } from './consequence';
import { podRangeOf } from './pod-range';

/** How many pods there are at rest and at most, and what that asks of the cluster, before and after. */
export function* capacities({ pairs, before: old, after: young }: Change): Iterable<Consequence> {
  for (const { before, after } of pairs) {
    if (before === undefined || after === undefined || !isWorkload(after.manifest)) continue;
    const [was, is] = [sizeOf(old, before.manifest), sizeOf(young, after.manifest)];
    if (was === is) continue;
    yield { kind: 'capacity', object: objectOf(after.manifest), message: `${is}; was ${was}` };
  }
}

/** `1 to 6 pods, at most 3 CPU, 6 GiB`. */
function sizeOf(set: ManifestSet, workload: Manifest): string {
  const { least, most } = podRangeOf(set, workload);
  const pod = fields(at(workload, 'spec', 'template', 'spec'));
  const all = asksOf(pod, most, set.settings.kubernetes);
  const counted = plural(most, 'pod');
  const pods = least === most ? counted : `${least} to ${counted}`;
  return all.length === 0 ? pods : `${pods}, at most ${all.join(', ')}`;
}
