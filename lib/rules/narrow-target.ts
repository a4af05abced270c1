import { scalesUp } from '../autoscaling/reachability';
import type { Rule } from './rule';
import { boundMetricsIn, roomFault } from './unreachable-target';

/** Below this share of the target, pods are added when they are already at their limit. */
const ROOM = 1.15;

export const narrowTarget: Rule = {
  id: 'narrow-target',
  severity: 'advice',
  summary: 'The limits leave room above the target: otherwise pods are added only when those there are saturated.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details',
  *check(set) {
    for (const { autoscaler, metric, amounts, ratio, tolerances } of boundMetricsIn(set)) {
      if (ratio >= ROOM || !scalesUp(ratio, tolerances, set.settings.kubernetes)) continue;
      yield roomFault(autoscaler, metric, amounts, tolerances, 'must leave room below the limit');
    }
  },
};
