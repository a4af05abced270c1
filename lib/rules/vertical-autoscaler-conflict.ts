import { isResourceMetric, metricsOf } from '../autoscaling/metrics';
import { nameOf } from '../manifest';
import { fault, type Rule } from './rule';
import { autoscalersIn } from './scaled';
import { controls, modeOf, targetKeyOf, verticalAutoscalersByTarget } from './vertical-autoscaler';

export const verticalAutoscalerConflict: Rule = {
  id: 'vertical-autoscaler-conflict',
  severity: 'warning',
  summary:
    'What an autoscaler aims at is a percentage of requests that no VerticalPodAutoscaler changes underneath it.',
  source: 'https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md',
  *check(set) {
    const vertical = verticalAutoscalersByTarget(set);
    if (vertical.size === 0) return;
    for (const autoscaler of autoscalersIn(set)) {
      const other = vertical.get(targetKeyOf(autoscaler));
      if (other === undefined) continue;
      const shared = metricsOf(autoscaler).filter(
        (each) => isResourceMetric(each) && each.averageUtilization !== undefined && controls(other, each.name),
      );
      const [first] = shared;
      if (first === undefined) continue;
      const resources = shared.map(({ name }) => name).join(' and ');
      yield fault(
        autoscaler,
        first,
        `must not be a percentage of the ${resources} request, which VerticalPodAutoscaler ${nameOf(other)} changes (${modeOf(other)}): each moves what the other aims at`,
        `scale on another metric, set updateMode to "Off", or leave ${resources} out of its controlledResources`,
      );
    }
  },
};
