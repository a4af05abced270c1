import { fallOf, riseOf } from './load';
import type { Setup } from './model';
import type { Timeline } from './timeline';

/**
 * What a timeline comes to. Times in seconds; nothing where it did not happen. What is served is known of a load of CPU
 * alone: of a queue, only its length is.
 */
export interface Summary {
  /** From the rise of the load: until pods were added, and until all that came in could be served, for the first time. */
  readonly firstScaleUp?: number;
  readonly enoughCapacity?: number;
  /** From the fall of the load until there were no more pods than before it rose. */
  readonly backToRest?: number;
  readonly peakReplicas: number;
  /** Seconds with as many pods as there may be. */
  readonly atMaximum: number;
  /** The share of what came in that was dropped, or that still waited when it was all over: from 0 to 1. */
  readonly unserved?: number;
  /** Seconds in which something was dropped or had to wait. */
  readonly overloaded?: number;
  /** The most that waited at a look, in core-seconds. */
  readonly longestQueue?: number;
  readonly podHours: number;
  /** Of what the pods ask for. */
  readonly cpuHours?: number;
  readonly gpuHours?: number;
  /** How often the number of pods changed, and how often it turned round within five minutes. */
  readonly changes: number;
  readonly flaps: number;
  /** Seconds for which each reason held. */
  readonly limited: Readonly<Record<string, number>>;
}

const HOUR = 3_600_000;
/** Two changes in opposite directions are none of the load's within the time for which the controller holds a peak. */
const FLAP = 300_000;

export function summarize(setup: Setup, timeline: Timeline): Summary {
  const { replicas, totals } = timeline;
  const isOfCpu = setup.cpuLoad !== undefined;
  const load = setup.cpuLoad ?? setup.sources[setup.loadMetric ?? 0]?.load;
  const [start, fall] = load === undefined ? [] : [riseOf(load), fallOf(load)];
  const changes = changesIn(timeline, setup.initialReplicas);
  const firstUp = changes.find(({ to, from, at }) => to > from && start !== undefined && at >= start);
  const { cpuRequest, gpus } = setup.pod;
  const podHours = totals.pods / HOUR;
  return {
    firstScaleUp: start === undefined || firstUp === undefined ? undefined : (firstUp.at - start) / 1000,
    enoughCapacity: start === undefined || !isOfCpu ? undefined : secondsToEnough(timeline, start),
    backToRest: fall === undefined ? undefined : secondsToRest(setup, timeline, start ?? 0, fall),
    peakReplicas: replicas.reduce((most, each) => Math.max(most, each), setup.initialReplicas),
    atMaximum: secondsWhere(setup, timeline, (index) => replicas[index] === setup.spec.maxReplicas),
    ...(isOfCpu ? supplyOf(timeline) : {}),
    podHours,
    cpuHours: cpuRequest === undefined ? undefined : podHours * cpuRequest,
    gpuHours: gpus === 0 ? undefined : podHours * gpus,
    changes: changes.length,
    flaps: changes.filter((change, index) => isFlap(change, changes[index - 1])).length,
    limited: limitsIn(setup, timeline),
  };
}

function supplyOf({ totals, backlog }: Timeline): Required<Pick<Summary, 'unserved' | 'overloaded' | 'longestQueue'>> {
  return {
    unserved: totals.came === 0 ? 0 : (totals.dropped + totals.waiting) / totals.came,
    overloaded: totals.overloaded / 1000,
    longestQueue: backlog.reduce((most, each) => Math.max(most, each), totals.waiting),
  };
}

/** A change of the number of pods. */
export interface Change {
  /** Milliseconds, and the place of the look in the timeline. */
  readonly at: number;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

export function changesIn({ time, replicas }: Timeline, initial: number): Change[] {
  return replicas.flatMap((to, index) => {
    const from = index === 0 ? initial : (replicas[index - 1] as number);
    return to === from ? [] : [{ at: time[index] as number, index, from, to }];
  });
}

function isFlap(change: Change, before: Change | undefined): boolean {
  if (before === undefined || change.at - before.at > FLAP) return false;
  return Math.sign(change.to - change.from) !== Math.sign(before.to - before.from);
}

/** Nothing where there never is enough. */
function secondsToEnough({ totals }: Timeline, start: number): number | undefined {
  if (totals.overloaded === 0) return 0;
  return totals.firstEnough === undefined ? undefined : Math.max(0, totals.firstEnough - start) / 1000;
}

/** Nothing where there are still more pods at the end. */
function secondsToRest(
  { initialReplicas }: Setup,
  { time, replicas }: Timeline,
  start: number,
  fall: number,
): number | undefined {
  const before = lastIndex(time, (at) => at <= start);
  const rest = before === -1 ? initialReplicas : (replicas[before] as number);
  const last = lastIndex(replicas, (count) => count > rest);
  if (last === replicas.length - 1) return undefined;
  return Math.max(0, (time[last + 1] as number) - fall) / 1000;
}

/** Each look holds until the next one, and the last one to the end. */
function secondsWhere({ duration }: Setup, { time }: Timeline, holds: (index: number) => boolean): number {
  let total = 0;
  for (let index = 0; index < time.length; index += 1) {
    if (holds(index)) total += (time[index + 1] ?? duration) - (time[index] as number);
  }
  return total / 1000;
}

/** What says nothing of a limit. */
const FREE = [
  '',
  'SucceededGetScale',
  'ReadyForNewScale',
  'SucceededRescale',
  'ValidMetricFound',
  'DesiredWithinRange',
];

function limitsIn(setup: Setup, timeline: Timeline): Record<string, number> {
  const limits: Record<string, number> = {};
  const { held, stabilized, ableToScale, scalingLimited, scalingActive } = timeline;
  for (const list of [held, stabilized, ableToScale, scalingLimited, scalingActive]) {
    for (const reason of new Set(list)) {
      if (FREE.includes(reason)) continue;
      // What recent recommendations do is said twice, unless pods were added or taken away.
      limits[reason] ??= secondsWhere(setup, timeline, (index) => list[index] === reason);
    }
  }
  return limits;
}

function lastIndex<Item>(list: readonly Item[], holds: (item: Item) => boolean): number {
  for (let index = list.length - 1; index >= 0; index -= 1) if (holds(list[index] as Item)) return index;
  return -1;
}
