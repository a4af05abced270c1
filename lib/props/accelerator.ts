/**
 * Accelerators for the container that serves: their number as request and limit, and the toleration of the taint that
 * keeps other pods off their nodes.
 *
 * @see https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/
 */
export class Accelerator {
  /** GPUs of NVIDIA, by its device plugin. */
  public static nvidiaGpu(count: number, nodeSelector?: Record<string, string>): Accelerator {
    return new Accelerator('nvidia.com/gpu', count, nodeSelector);
  }

  /**
   * Slices of NVIDIA GPUs (MIG, mixed strategy). The taint that is tolerated is that of nodes with whole GPUs, too.
   *
   * @param profile the slice, such as `1g.5gb`
   * @param count how many of them
   * @param nodeSelector labels that the node must have; without it any node that has the slices
   */
  public static nvidiaMig(profile: string, count: number, nodeSelector?: Record<string, string>): Accelerator {
    return new Accelerator(`nvidia.com/mig-${profile}`, count, nodeSelector, ['nvidia.com/gpu']);
  }

  /** GPUs of AMD, by its device plugin. */
  public static amdGpu(count: number, nodeSelector?: Record<string, string>): Accelerator {
    return new Accelerator('amd.com/gpu', count, nodeSelector);
  }

  /** GPUs of Intel, by its device plugin (driver i915). */
  public static intelGpu(count: number, nodeSelector?: Record<string, string>): Accelerator {
    return new Accelerator('gpu.intel.com/i915', count, nodeSelector);
  }

  /**
   * TPU chips of Google. GKE wants the node selector to name the accelerator and the topology.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/tpus
   */
  public static googleTpu(count: number, nodeSelector: Record<string, string>): Accelerator {
    return new Accelerator('google.com/tpu', count, nodeSelector);
  }

  /** Any other extended resource, such as `aws.amazon.com/neuron`. */
  public static of(resourceName: string, count: number, nodeSelector?: Record<string, string>): Accelerator {
    return new Accelerator(resourceName, count, nodeSelector);
  }

  private constructor(
    /** @internal */
    public readonly _resourceName: string,
    /** @internal */
    public readonly _count: number,
    /** @internal */
    public readonly _nodeSelector?: Record<string, string>,
    /** @internal */
    public readonly _otherTaints: string[] = [],
  ) {}
}
