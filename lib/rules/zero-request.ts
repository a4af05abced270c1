import { amountsOf } from '../autoscaling/amounts';
import { isResourceMetric, metricsOf } from '../autoscaling/metrics';
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
    for (const { autoscaler, target, pod } of scaledIn(set)) {
      const metrics = metricsOf(autoscaler);
      for (const metric of metrics) {
        const { name, container } = metric;
        if (!isResourceMetric(metric) || metric.averageUtilization === undefined) continue;
        const { request, without } = amountsOf(pod, name, set.settings.kubernetes, container);
        if (request !== 0n || without.length > 0) continue;
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
