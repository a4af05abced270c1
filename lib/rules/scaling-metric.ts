import { at, itemsAt } from '../manifest';
import { integerFault } from './integer';
import { metricFaults, PERCENT } from './metric-spec';
import { fault, type Rule } from './rule';

export const scalingMetric: Rule = {
  id: 'scaling-metric',
  severity: 'error',
  summary: 'A metric has the source of its type, and one target that it can have, greater than zero.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  *check(set) {
    for (const manifest of set.ofKind('HorizontalPodAutoscaler')) {
      const path = 'spec.targetCPUUtilizationPercentage';
      const cpu = { path, value: at(manifest, 'spec', 'targetCPUUtilizationPercentage') ?? undefined };
      const must = integerFault(cpu, 1);
      if (must !== undefined) yield fault(manifest, cpu, must, PERCENT);
      if (manifest.apiVersion === 'autoscaling/v1') continue;
      for (const metric of itemsAt(manifest, 'spec', 'metrics')) {
        yield* metricFaults(manifest, metric, set.settings.kubernetes);
      }
    }
  },
};
