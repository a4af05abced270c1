import { at } from '../manifest';
import { fault, type Rule } from './rule';

export const emptyMetrics: Rule = {
  id: 'empty-metrics',
  severity: 'error',
  accepted: true,
  summary: 'A list of metrics holds one: for an empty one the API server takes CPU at 80 %, which nobody asked for.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  *check(set) {
    for (const manifest of set.ofKind('HorizontalPodAutoscaler')) {
      const metrics = { path: 'spec.metrics', value: at(manifest, 'spec', 'metrics') };
      if (manifest.apiVersion === 'autoscaling/v1' || !Array.isArray(metrics.value) || metrics.value.length > 0)
        continue;
      const fix = 'leave metrics out for a CPU target of 40 % (80 % in plain YAML), or add one';
      yield fault(manifest, metrics, 'must hold at least one metric', fix);
    }
  },
};
