import { at } from '../manifest';
import { quantityOf } from '../quantity';

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
const DEFAULT = 0.1;
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
  if (kubernetes < EDGES_COMPARED_SINCE) return Math.abs(1 - ratio) <= DEFAULT;
  return 1 - scaleDown <= ratio && ratio <= 1 + scaleUp;
}
