import { at, type Fields, fields, items } from '../manifest';
import { probesOf, startupBudgetOf, untilReady } from '../preview/readiness';
import type { Consequence } from './consequence';
import { isKept, type Pair, type Side } from './pairs';

/** When a pod is Ready at the earliest, when it is killed that does not serve yet, and how long it has to end. */
export function* timings(pair: Pair): Iterable<Consequence> {
  if (!isKept(pair)) return;
  const was = timesOf(pair.before);
  for (const { container, what, time } of timesOf(pair.after)) {
    // A container that is new has no time that has changed.
    const before = was.find((each) => each.container === container && each.what === what);
    if (before === undefined || before.time === time) continue;
    yield { kind: 'timing', message: `${container}: ${what.replace('...', time)}; was ${before.time}` };
  }
}

interface Time {
  readonly container: string;
  /** With dots for the time. */
  readonly what: string;
  readonly time: string;
}

function timesOf({ stored }: Side): Time[] {
  const pod = fields(at(stored, 'spec', 'template', 'spec'));
  if (pod.containers === undefined) return [];
  const grace = {
    container: 'each pod',
    what: 'has ... to end, and is killed then',
    time: `${pod.terminationGracePeriodSeconds} s`,
  };
  return [...items(pod.containers).map(fields).flatMap(timesOfContainer), grace];
}

function timesOfContainer(fields: Fields): Time[] {
  const container = `container ${fields.name}`;
  const budget = startupBudgetOf(fields);
  const [kind] = budget?.probe.split(' ') ?? [];
  return [
    {
      container,
      what: 'Ready at the earliest ... after its start',
      time: `${untilReady(probesOf(fields), 0) / 1000} s`,
    },
    {
      container,
      what: 'killed ... where it does not serve',
      time: budget === undefined ? 'never' : `${budget.time / 1000} s after its start (${kind} probe)`,
    },
  ];
}
