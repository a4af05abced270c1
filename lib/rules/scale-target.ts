import { at } from '../manifest';
import { objectReferenceFaults } from './object-reference';
import type { Rule } from './rule';

export const scaleTarget: Rule = {
  id: 'scale-target',
  severity: 'error',
  summary: 'An autoscaler names what it scales: API version with its group, kind and name.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  *check(set) {
    for (const manifest of set.ofKind('HorizontalPodAutoscaler')) {
      const target = { path: 'spec.scaleTargetRef', value: at(manifest, 'spec', 'scaleTargetRef') };
      yield* objectReferenceFaults(manifest, target, set.settings.kubernetes, 'group needed');
    }
  },
};
