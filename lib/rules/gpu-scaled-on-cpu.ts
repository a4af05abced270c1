import { runningContainers } from '../autoscaling/amounts';
import { isResourceMetric, type Metric, metricsOf } from '../autoscaling/metrics';
import { type Fields, fields } from '../manifest';
import { quantityOf } from '../quantity';
import { fault, objectOf, type Rule } from './rule';
import { scaledIn } from './scaled';

/** What counts accelerators: nvidia.com/gpu, nvidia.com/mig-1g.5gb, amd.com/gpu, google.com/tpu, aws.amazon.com/neuron, habana.ai/gaudi. */
const ACCELERATOR = /\/.*(gpu|mig-|tpu|neuron|gaudi|npu|xpu)/;

export const gpuScaledOnCpu: Rule = {
  id: 'gpu-scaled-on-cpu',
  severity: 'warning',
  summary: 'What serves from a GPU is scaled on what the GPU has to do: its CPU says little about that.',
  source: 'https://cloud.google.com/kubernetes-engine/docs/best-practices/machine-learning/inference/autoscaling',
  *check(set) {
    for (const { autoscaler, target, pod } of scaledIn(set)) {
      const metrics = metricsOf(autoscaler);
      const accelerator = acceleratorOf(pod, set.settings.kubernetes);
      const [first] = metrics;
      if (accelerator === undefined || first === undefined || !metrics.every(isOfCpuOrMemory)) continue;
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

function acceleratorOf(pod: Fields, kubernetes: number): string | undefined {
  return runningContainers(pod, kubernetes)
    .flatMap(({ resources }) =>
      Object.entries({ ...fields(fields(resources).requests), ...fields(fields(resources).limits) }),
    )
    .filter(([name, amount]) => ACCELERATOR.test(name) && (quantityOf(amount) ?? 0n) > 0n)
    .map(([name]) => name)[0];
}
