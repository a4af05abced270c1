import { plural } from '../plural';
import type { Consequence } from './consequence';
import type { Pair, Side } from './pairs';
import { asksOf, hasReplicas, podRangeOf } from './pods';

/** How many pods there are at rest and at most, and what that asks of the cluster, before and after. */
export function* capacities({ before, after }: Pair): Iterable<Consequence> {
  if (after === undefined || !hasReplicas(after.manifest)) return;
  const is = sizeOf(after);
  if (before === undefined) yield { kind: 'capacity', message: `${is}; it is new` };
  else if (is !== sizeOf(before)) yield { kind: 'capacity', message: `${is}; was ${sizeOf(before)}` };
}

/** `1 to 6 pods, 0.5 to 3 CPU, 1 to 6 GiB`. */
function sizeOf(side: Side): string {
  const { least, most } = podRangeOf(side);
  const counts = least === most ? [most] : [least, most];
  const pods = least === most ? plural(most, 'pod') : `${least} to ${plural(most, 'pod')}`;
  return [pods, ...asksOf(side, ...counts)].join(', ');
}
