import { at, type Fields, fields, items } from '../manifest';
import { probesOf, startupBudgetOf, untilReady } from '../preview/readiness';
import type { Consequence } from './consequence';
import { isKept, type Pair, type Side } from './pairs';

/** When a pod is Ready at the earliest, when it is killed that does not serve yet, and how long it has to end. */
export function* timings(pair: Pair): Iterable<Consequence> {
  if (!isKept(pair)) return;
  const was = new Map(timesOf(pair.before));
  const is = new Map(timesOf(pair.after));
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = [was.get(name), is.get(name)];
    if (before === after || isOfOneSide(name, was, is)) continue;
    yield { kind: 'timing', message: `${name} ${after ?? 'never'}; was ${before ?? 'never'}` };
  }
}

/** A container that is new, or gone, has no time that has changed. */
function isOfOneSide(name: string, ...sides: readonly ReadonlyMap<string, string>[]): boolean {
  const [container] = name.split(': ');
  return sides.some((side) => ![...side.keys()].some((each) => each.startsWith(`${container}: `)));
}

/** In words, each by its name. */
function* timesOf({ stored }: Side): Iterable<readonly [name: string, time: string]> {
  const pod = fields(at(stored, 'spec', 'template', 'spec'));
  if (pod.containers === undefined) return;
  for (const container of items(pod.containers).map(fields)) {
    const name = `container ${container.name}`;
    yield [`${name}: Ready at the earliest`, `${untilReady(probesOf(container), 0) / 1000} s after it runs`];
    yield* killOf(container, name);
  }
  yield ['pod: killed at its end after', `${pod.terminationGracePeriodSeconds} s`];
}

function* killOf(container: Fields, name: string): Iterable<readonly [name: string, time: string]> {
  const budget = startupBudgetOf(container);
  const [probe] = budget?.probe.split(' probe') ?? [];
  const time = budget === undefined ? 'never' : `after ${budget.time / 1000} s (${probe} probe)`;
  yield [`${name}: killed where it does not serve`, time];
}
