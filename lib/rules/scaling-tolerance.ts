import { behaviorOf } from '../autoscaling/autoscaler';
import { TOLERANCE_COUNTS_SINCE } from '../autoscaling/tolerance';
import { at } from '../manifest';
import { quantityOf } from '../quantity';
import { fault, type Rule } from './rule';
import { autoscalersIn } from './scaled';

const ONE = 1_000_000_000n;

export const scalingTolerance: Rule = {
  id: 'scaling-tolerance',
  severity: 'warning',
  summary: 'A tolerance is a small share of 1, and Kubernetes 1.35 or newer is there to heed it.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#tolerance',
  *check(set) {
    const isHeeded = set.settings.kubernetes >= TOLERANCE_COUNTS_SINCE;
    for (const autoscaler of autoscalersIn(set)) {
      const behavior = behaviorOf(autoscaler);
      for (const direction of ['scaleUp', 'scaleDown']) {
        const value = at(behavior.value, direction, 'tolerance');
        const tolerance = quantityOf(value);
        if (tolerance === undefined || tolerance < 0n) continue;
        const where = { path: `${behavior.path}.${direction}.tolerance`, value };
        if (!isHeeded) {
          const must = `must wait for Kubernetes 1.${TOLERANCE_COUNTS_SINCE}: before, it is dropped, and the tolerance is 0.1`;
          yield fault(autoscaler, where, must, 'leave it out, or upgrade the cluster');
        } else if (tolerance >= ONE) {
          yield fault(
            autoscaler,
            where,
            `must be less than 1: ${consequence(direction, tolerance)}`,
            "write 5 % as '0.05'",
          );
        }
      }
    }
  },
};

function consequence(direction: string, tolerance: bigint): string {
  if (direction === 'scaleDown') return 'usage can fall by no more than all of it, so no pod is ever taken away';
  return `pods are added when usage is above ${Number(tolerance + ONE) / 1e9} times the target, and not before`;
}
