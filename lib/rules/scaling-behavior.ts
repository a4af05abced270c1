import { at } from '../manifest';
import type { Rule } from './rule';
import { scalingRulesFaults } from './scaling-rules';

export const scalingBehavior: Rule = {
  id: 'scaling-behavior',
  severity: 'error',
  summary: 'Scaling policies and windows are in the range that the autoscaler takes.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior',
  *check(set) {
    for (const manifest of set.ofKind('HorizontalPodAutoscaler')) {
      if (manifest.apiVersion === 'autoscaling/v1') continue;
      for (const direction of ['scaleUp', 'scaleDown']) {
        const rules = { path: `spec.behavior.${direction}`, value: at(manifest, 'spec', 'behavior', direction) };
        yield* scalingRulesFaults(manifest, rules, set.settings.kubernetes);
      }
    }
  },
};
