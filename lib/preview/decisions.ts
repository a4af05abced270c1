import type { MetricSpec } from '../autoscaling/controller/spec';
import type { Setup } from './model';
import { changesIn } from './summary';
import type { Timeline } from './timeline';

/** A change of the number of pods, and why. */
export interface DecisionRow {
  /** Seconds from the beginning. */
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly ready: number;
  /** What asked for it, as `kubectl describe hpa` says it. */
  readonly metric: string;
  /** Usage over target. */
  readonly ratio?: number;
  /** What the metrics asked for, before bounds, windows and policies. */
  readonly recommended?: number;
  /**
   * The reasons of the conditions AbleToScale and ScalingLimited, and what else the number came from: recent
   * recommendations, or pods that are not ready or without a sample.
   */
  readonly reasons: readonly string[];
}

/** Every change of a timeline. */
export function decisionsIn({ spec, initialReplicas }: Setup, timeline: Timeline): DecisionRow[] {
  return changesIn(timeline, initialReplicas).map(({ at, index, from, to }) => {
    const recommended = timeline.recommended[index] ?? Number.NaN;
    const ratio = timeline.ratio[index] ?? Number.NaN;
    const isAsked = !Number.isNaN(recommended);
    return {
      time: at / 1000,
      from,
      to,
      ready: timeline.ready[index] ?? 0,
      metric: isAsked ? metricName(spec.metrics[timeline.metric[index] ?? -1]) : boundName(from, to),
      ratio: Number.isNaN(ratio) ? undefined : ratio,
      recommended: isAsked ? recommended : undefined,
      reasons: [timeline.ableToScale, timeline.stabilized, timeline.scalingLimited, timeline.held]
        .map((list) => list[index] ?? '')
        .filter((reason) => reason !== ''),
    };
  });
}

export function metricName(metric: MetricSpec | undefined): string {
  if (metric === undefined) return '';
  const { type, name, container, target } = metric;
  if (type === 'Resource') return `${name} ${target.type === 'Utilization' ? `${target.amount} %` : 'amount'}`;
  if (type === 'ContainerResource') return `${name} of ${container}`;
  return name;
}

/** Where no metric was asked: the number of pods was out of bounds. */
function boundName(from: number, to: number): string {
  return from > to ? 'above maxReplicas' : 'below minReplicas';
}
