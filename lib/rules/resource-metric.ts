import { isResourceMetric } from '../autoscaling/metrics';
import { nearest } from './nearest';
import { fault, type Rule } from './rule';
import { metricsIn } from './scaled';

/** What metrics-server measures. */
export const MEASURED = ['cpu', 'memory'];

export const resourceMetric: Rule = {
  id: 'resource-metric',
  severity: 'error',
  accepted: true,
  summary: 'A resource metric is CPU or memory: the resource metrics API measures nothing else, GPUs neither.',
  source: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/resource-metrics-pipeline/',
  *check(set) {
    for (const { autoscaler, metric } of metricsIn(set)) {
      if (!isResourceMetric(metric) || MEASURED.includes(metric.name)) continue;
      yield fault(
        autoscaler,
        { path: metric.path.replace(/target.*$/, 'name'), value: metric.name },
        'must be cpu or memory, since nothing else is measured; the metric can never be read',
        wayOut(metric.name),
      );
    }
  },
};

function wayOut(name: string): string {
  const meant = nearest(name, MEASURED);
  if (meant !== undefined) return `write ${meant}`;
  return 'scale on a metric that the server or an exporter reports (type: Pods), such as waiting requests or DCGM_FI_DEV_GPU_UTIL';
}
