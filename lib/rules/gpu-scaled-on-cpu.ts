import { isResourceMetric, type Metric } from '../autoscaling/metrics';
import { acceleratorOf } from './accelerator';
import { fault, objectOf, type Rule } from './rule';
import { scaledIn } from './scaled';

export const gpuScaledOnCpu: Rule = {
  id: 'gpu-scaled-on-cpu',
  severity: 'warning',
  summary: 'What serves from a GPU is scaled on what the GPU has to do: its CPU says little about that.',
  source: 'https://cloud.google.com/kubernetes-engine/docs/best-practices/machine-learning/inference/autoscaling',
  *check(set) {
    for (const { autoscaler, target, pod, metrics } of scaledIn(set)) {
      const [first] = metrics;
      if (first === undefined || !metrics.every(isOfCpuOrMemory)) continue;
      const accelerator = acceleratorOf(pod, set.settings.kubernetes);
      if (accelerator === undefined) continue;
      yield fault(
        autoscaler,
        first,
        `must not be ${metrics.map(({ name }) => name).join(' and ')} alone, since ${objectOf(target)} works on ${accelerator}: the GPU can be full while they are idle, or a server that polls it keeps a core busy at no load`,
        'scale on waiting requests (vllm:num_requests_waiting, tgi_queue_size), or on the use of the GPU (DCGM_FI_DEV_GPU_UTIL)',
      );
    }
  },
};

function isOfCpuOrMemory(metric: Metric): boolean {
  return isResourceMetric(metric) && (metric.name === 'cpu' || metric.name === 'memory');
}
