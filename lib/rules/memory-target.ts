import { replicaRangeOf } from '../autoscaling/autoscaler';
import { hasTarget, isResourceMetric } from '../autoscaling/metrics';
import { fault, type Rule } from './rule';
import { metricsIn } from './scaled';

export const memoryTarget: Rule = {
  id: 'memory-target',
  severity: 'warning',
  summary:
    'A model server is not scaled on memory: a loaded model keeps it, so that pods are added and never taken away.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details',
  *check(set) {
    for (const { autoscaler, metric } of metricsIn(set)) {
      if (!isResourceMetric(metric) || metric.name !== 'memory' || !hasTarget(metric)) continue;
      const { min, max } = replicaRangeOf(autoscaler);
      if (min.value === max.value) continue;
      const most = max.value === undefined ? 'the most pods' : `${max.value} pods`;
      yield fault(
        autoscaler,
        metric,
        `must not be memory where a process keeps what it has loaded, such as a model: it does not fall with the load, and each new pod brings its own, so above the target the app goes to ${most} and stays there`,
        'scale on CPU or on waiting requests, and let the memory limit guard the memory',
      );
    }
  },
};
