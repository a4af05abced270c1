import { inThousandths } from '../quantity';
import type { Amounts } from './amounts';
import type { Metric } from './metrics';
import { isWithin, type Tolerances } from './tolerance';

/**
 * The highest ratio of usage to target that pods can show that use all their limits let them use; nothing where no
 * limit holds them back, or there is no ratio. As the controller, in whole percents or thousandths.
 */
export function highestRatio(metric: Metric, { request, limit }: Amounts): number | undefined {
  if (limit === undefined) return undefined;
  if (metric.averageValue !== undefined && metric.averageValue > 0n) {
    return Number(limit) / Number(inThousandths(metric.averageValue));
  }
  if (metric.averageUtilization === undefined || request === undefined || request === 0n) return undefined;
  return Number(utilization(limit, request)) / metric.averageUtilization;
}

/** An amount as a percentage of the request. */
export function utilization(amount: bigint, request: bigint): bigint {
  return (amount * 100n) / request;
}

/** Whether usage, as a ratio to the target, adds pods. */
export function scalesUp(ratio: number, tolerances: Tolerances, kubernetes: number): boolean {
  return ratio > 1 && !isWithin(ratio, tolerances, kubernetes);
}
