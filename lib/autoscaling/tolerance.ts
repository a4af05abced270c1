import { at } from '../manifest';
import { quantityOf } from '../quantity';
import { DEFAULT_SETTINGS } from './controller/settings';

/**
 * How far usage may be off the target before the number of pods changes.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/replica_calculator.go
 */
export interface Tolerances {
  readonly scaleUp: number;
  readonly scaleDown: number;
}

/** What the controller has (`--horizontal-pod-autoscaler-tolerance`) where the autoscaler says nothing. */
const DEFAULT = DEFAULT_SETTINGS.tolerance;
/** `behavior.*.tolerance` came with 1.33, and counts without a feature gate since 1.35; between, it is dropped. */
export const TOLERANCE_COUNTS_SINCE = 35;
/** Since then the edges are compared, and not the distance: of 1.1, which is off by a little more than 0.1 in floating point. */
const EDGES_COMPARED_SINCE = 33;

export function tolerancesOf(behavior: unknown, kubernetes: number): Tolerances {
  const said = (direction: string) => {
    const quantity = quantityOf(at(behavior, direction, 'tolerance'));
    return quantity === undefined || kubernetes < TOLERANCE_COUNTS_SINCE ? DEFAULT : Number(quantity) / 1e9;
  };
  return { scaleUp: said('scaleUp'), scaleDown: said('scaleDown') };
}

/** Whether usage, as a ratio to the target, leaves the number of pods as it is. */
export function isWithin(ratio: number, { scaleUp, scaleDown }: Tolerances, kubernetes: number): boolean {
  // Both are the same then.
  if (kubernetes < EDGES_COMPARED_SINCE) return Math.abs(1 - ratio) <= scaleUp;
  return 1 - scaleDown <= ratio && ratio <= 1 + scaleUp;
}
