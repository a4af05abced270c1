import { behaviorOf } from '../autoscaling/autoscaler';
import { at } from '../manifest';
import { quantityOf } from '../quantity';
import { fault, type Rule } from './rule';
import { autoscalersIn } from './scaled';

export const scalingFlaps: Rule = {
  id: 'scaling-flaps',
  severity: 'advice',
  summary:
    'Pods are taken away after a while, and for more than a trifle; otherwise each dip costs pods that the next peak needs.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#flapping',
  *check(set) {
    for (const autoscaler of autoscalersIn(set)) {
      const behavior = behaviorOf(autoscaler);
      const window = at(behavior.value, 'scaleDown', 'stabilizationWindowSeconds');
      if (window === 0) {
        yield fault(
          autoscaler,
          { path: `${behavior.path}.scaleDown.stabilizationWindowSeconds`, value: window },
          'must be more than 0, or every dip of a few seconds takes away pods that have just loaded the model',
          'leave it out for 300 seconds, or set it to more than a pod needs to become ready',
        );
      }
      for (const direction of ['scaleUp', 'scaleDown']) {
        const value = at(behavior.value, direction, 'tolerance');
        if (quantityOf(value) !== 0n) continue;
        yield fault(
          autoscaler,
          { path: `${behavior.path}.${direction}.tolerance`, value },
          'must be more than 0, or the smallest change of usage changes the number of pods',
          "leave it out for '0.1'",
        );
      }
    }
  },
};
