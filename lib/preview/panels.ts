import { type Load, readerOf } from './load';
import type { Setup } from './model';
import type { Timeline } from './timeline';

/** One chart: lines over the same times. */
export interface Panel {
  readonly title: string;
  /** Seconds. */
  readonly times: readonly number[];
  readonly lines: readonly PanelLine[];
  /** Whether a value holds until the next one, or is the average since the one before. */
  readonly holds: 'after' | 'before';
  readonly isWhole: boolean;
}

/** Told apart by more than colour. */
export interface PanelLine {
  readonly name: string;
  readonly look: 'area' | 'line' | 'dashes';
  /** Null where there is none. */
  readonly values: readonly (number | null)[];
}

/** The pods, and below them what they had to do. */
export function panelsOf(setup: Setup, timeline: Timeline): Panel[] {
  return [podPanel(setup, timeline), workPanel(setup, timeline)];
}

function podPanel({ spec, initialReplicas, duration }: Setup, timeline: Timeline): Panel {
  const times = [0, ...timeline.time.map((time) => time / 1000), duration / 1000];
  const whole = (values: readonly number[]) => [initialReplicas, ...values, values.at(-1) ?? initialReplicas];
  return {
    title: 'Pods',
    times,
    holds: 'after',
    isWhole: true,
    lines: [
      { name: 'ready', look: 'area', values: whole(timeline.ready) },
      { name: 'set', look: 'line', values: whole(timeline.replicas) },
      { name: 'maxReplicas', look: 'dashes', values: times.map(() => spec.maxReplicas) },
    ],
  };
}

function workPanel(setup: Setup, timeline: Timeline): Panel {
  const isOfCpu = setup.cpuLoad !== undefined;
  const load = isOfCpu ? timeline.load : averagesOf(setup.sources[setup.loadMetric ?? 0]?.load, timeline.time);
  const most = isOfCpu ? timeline.capacity : aimedAt(setup, timeline);
  const lines: PanelLine[] = [{ name: 'load', look: 'area', values: fromStart(load) }];
  // Without a limit, pods can do whatever they are asked for.
  if (most.some((value) => value > 0 && Number.isFinite(value)))
    lines.push({ name: isOfCpu ? 'capacity' : 'target of the ready pods', look: 'line', values: fromStart(most) });
  return {
    title: isOfCpu ? 'Load and capacity, cores' : `Load, ${setup.spec.metrics[setup.loadMetric ?? 0]?.name}`,
    times: [0, ...timeline.time.map((time) => time / 1000)],
    holds: 'before',
    isWhole: false,
    lines,
  };
}

function fromStart(values: readonly number[]): (number | null)[] {
  return [values[0] ?? 0, ...values].map((value) => (Number.isFinite(value) ? value : null));
}

function averagesOf(load: Load | undefined, times: readonly number[]): number[] {
  if (load === undefined) return times.map(() => 0);
  const reader = readerOf(load);
  return times.map((time) => reader.mean(time));
}

/** What the value of the first metric should be, for as many pods as were ready. */
function aimedAt({ spec, loadMetric }: Setup, { ready }: Timeline): number[] {
  const { type, amount } = spec.metrics[loadMetric ?? 0]?.target ?? { type: 'Value', amount: 0 };
  return ready.map((pods) => (type === 'AverageValue' ? (pods * amount) / 1000 : amount / 1000));
}
