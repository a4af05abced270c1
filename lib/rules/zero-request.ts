import { unreadable } from './metric-request';
import { fault, objectOf, type Rule } from './rule';
import { scaledIn } from './scaled';

export const zeroRequest: Rule = {
  id: 'zero-request',
  severity: 'error',
  accepted: true,
  summary: 'A request that an autoscaler aims at a percentage of is more than 0: of 0 there is none.',
  source: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/metrics/utilization.go',
  *check(set) {
    for (const { autoscaler, target, metrics, resourceMetrics } of scaledIn(set)) {
      for (const { metric, amounts } of resourceMetrics) {
        const { name } = metric;
        const { request, without } = amounts;
        if (metric.averageUtilization === undefined || request !== 0n || without.length > 0) continue;
        yield fault(
          autoscaler,
          metric,
          `must be a percentage of a ${name} request, and that of ${objectOf(target)} is 0: ${unreadable(metrics)}`,
          `write in resources.requests.${name} what a container uses at a usual load`,
        );
      }
    }
  },
};
