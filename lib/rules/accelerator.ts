import { runningContainers } from '../autoscaling/amounts';
import { type Fields, fields } from '../manifest';
import { quantityOf } from '../quantity';

/** What counts accelerators: nvidia.com/gpu, nvidia.com/mig-1g.5gb, amd.com/gpu, google.com/tpu, aws.amazon.com/neuron, habana.ai/gaudi. */
const ACCELERATOR = /\/.*(gpu|mig-|tpu|neuron|gaudi|npu|xpu)/;

/** The accelerator that the containers of a pod work on, if any. */
export function acceleratorOf(pod: Fields, kubernetes: number): string | undefined {
  return runningContainers(pod, kubernetes)
    .flatMap(({ resources }) =>
      Object.entries({ ...fields(fields(resources).requests), ...fields(fields(resources).limits) }),
    )
    .filter(([name, amount]) => ACCELERATOR.test(name) && (quantityOf(amount) ?? 0n) > 0n)
    .map(([name]) => name)[0];
}
