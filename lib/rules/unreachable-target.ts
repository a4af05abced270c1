import type { Amounts } from '../autoscaling/amounts';
import { behaviorOf } from '../autoscaling/autoscaler';
import { isResourceMetric, type Metric } from '../autoscaling/metrics';
import { highestRatio, scalesUp, utilization } from '../autoscaling/reachability';
import { type Tolerances, tolerancesOf } from '../autoscaling/tolerance';
import type { Manifest } from '../manifest';
import { onceASet } from './once-a-set';
import { type Fault, fault, type Rule } from './rule';
import { scaledIn } from './scaled';

export const unreachableTarget: Rule = {
  id: 'unreachable-target',
  severity: 'error',
  accepted: true,
  summary: 'The limits let pods use more than the target and its tolerance; otherwise no load ever adds a pod.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details',
  *check(set) {
    for (const { autoscaler, metric, amounts, ratio, tolerances } of boundMetricsIn(set)) {
      if (scalesUp(ratio, tolerances, set.settings.kubernetes)) continue;
      yield roomFault(autoscaler, metric, amounts, tolerances, 'must be reachable');
    }
  },
};

/** A metric whose usage the limits of the pods bound. */
export interface BoundMetric {
  readonly autoscaler: Manifest;
  readonly metric: Metric;
  readonly amounts: Amounts;
  /** The highest ratio of usage to the target. */
  readonly ratio: number;
  readonly tolerances: Tolerances;
}

export const boundMetricsIn = onceASet((set): readonly BoundMetric[] =>
  scaledIn(set).flatMap(({ autoscaler, metrics, resourceMetrics }) => {
    // Waiting requests add pods whatever the CPU does.
    if (!metrics.every(isResourceMetric)) return [];
    const tolerances = tolerancesOf(behaviorOf(autoscaler).value, set.settings.kubernetes);
    return resourceMetrics.flatMap(({ metric, amounts }) => {
      const ratio = highestRatio(metric, amounts);
      return ratio === undefined ? [] : [{ autoscaler, metric, amounts, ratio, tolerances }];
    });
  }),
);

/** Says how far usage can go, and how far it would have to. */
export function roomFault(
  autoscaler: Manifest,
  metric: Metric,
  { request = 0n, limit = 0n }: Amounts,
  { scaleUp }: Tolerances,
  must: string,
): Fault {
  const { name, averageUtilization, value } = metric;
  const edge = `pods are added above ${percent(1 + scaleUp)} of the target`;
  if (averageUtilization === undefined) {
    const lowest = `lower it to less than ${amount(Math.floor(Number(limit) / (1 + scaleUp)), name)}, or raise the ${name} limit`;
    return fault(
      autoscaler,
      metric,
      `${must}: the ${name} limit is ${amount(Number(limit), name)}, and ${edge}`,
      lowest,
    );
  }
  const highest = Number(utilization(limit, request));
  return fault(
    autoscaler,
    metric,
    `${must}: the ${name} limit of ${amount(Number(limit), name)} is ${highest} % of the request, the target ${value ?? averageUtilization} %, and ${edge} (${rounded(averageUtilization * (1 + scaleUp))} %)`,
    `lower the target to ${recommended(highest, scaleUp)} or less, or raise the ${name} limit above the request`,
  );
}

/** A target that leaves some room: a quarter above it, or what the tolerance wants and a little. */
function recommended(highest: number, tolerance: number): number {
  return Math.max(1, Math.floor(highest / Math.max(1.25, 1 + tolerance + 0.1)));
}

function percent(share: number): string {
  return `${rounded(share * 100)} %`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Thousandths as people write them: `500m`, `2Gi`. */
function amount(thousandths: number, resource: string): string {
  if (resource !== 'memory') return thousandths % 1000 === 0 ? String(thousandths / 1000) : `${thousandths}m`;
  const bytes = thousandths / 1000;
  for (const [unit, size] of [
    ['Gi', 2 ** 30],
    ['Mi', 2 ** 20],
    ['Ki', 2 ** 10],
  ] as const) {
    if (bytes >= size) return `${rounded(bytes / size)}${unit}`;
  }
  return String(Math.ceil(bytes));
}
