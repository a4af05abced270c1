import type { Metric } from '../autoscaling/metrics';
import { givesRequests } from './limit-range';
import { MEASURED } from './resource-metric';
import { fault, objectOf, type Rule } from './rule';
import { scaledIn } from './scaled';

/** No error: a LimitRange that nobody showed us, or the cluster itself (GKE Autopilot), may give requests. */
export const metricRequest: Rule = {
  id: 'metric-request',
  severity: 'warning',
  summary:
    'Where an autoscaler aims at a percentage of the request, each container has one, or the metric is never read.',
  source:
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work',
  *check(set) {
    for (const { autoscaler, target, metrics, resourceMetrics } of scaledIn(set)) {
      for (const { metric, amounts } of resourceMetrics) {
        const { name } = metric;
        const { without } = amounts;
        if (metric.averageUtilization === undefined || without.length === 0 || !MEASURED.includes(name)) continue;
        if (givesRequests(set, target, name)) continue;
        yield fault(
          autoscaler,
          metric,
          `must be a percentage of a ${name} request, and container ${without.join(', ')} of ${objectOf(target)} has none: ${unreadable(metrics)}`,
          `set resources.requests.${name} in each container (a limit alone counts as one), or check the LimitRange that gives it along`,
        );
      }
    }
  },
};

/** Of several metrics, those that can be read still add pods; but nothing takes pods away while one can't. */
export function unreadable(metrics: readonly Metric[]): string {
  return metrics.length === 1
    ? 'the metric can never be read, and nothing is scaled'
    : 'the metric can never be read, and while that is so, no pod is taken away';
}
