import { behaviorOf } from '../autoscaling/autoscaler';
import { at } from '../manifest';
import { fault, type Rule } from './rule';
import { autoscalersIn } from './scaled';

const CONSEQUENCES: Readonly<Record<string, string>> = {
  scaleUp: 'no load adds a pod',
  scaleDown: 'what a peak has added stays, and is paid for, until someone scales by hand',
};

export const scalingDisabled: Rule = {
  id: 'scaling-disabled',
  severity: 'advice',
  summary: 'An autoscaler scales both ways; one that is disabled is for a while, or by mistake.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior',
  *check(set) {
    for (const autoscaler of autoscalersIn(set)) {
      const behavior = behaviorOf(autoscaler);
      for (const [direction, consequence] of Object.entries(CONSEQUENCES)) {
        const value = at(behavior.value, direction, 'selectPolicy');
        if (value !== 'Disabled') continue;
        yield fault(
          autoscaler,
          { path: `${behavior.path}.${direction}.selectPolicy`, value },
          `must be meant: ${consequence}`,
          direction === 'scaleUp'
            ? 'leave it out, or lower maxReplicas to hold it where it is'
            : 'leave it out, and set a long stabilizationWindowSeconds or one pod a period to go down slowly',
        );
      }
    }
  },
};
