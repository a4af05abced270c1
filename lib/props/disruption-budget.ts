/** Whether pods that are not ready may be evicted. */
export enum UnhealthyPodEvictionPolicy {
  /** Always: a model that crashes keeps no node from being drained. */
  ALWAYS_ALLOW = 'AlwaysAllow',
  /** Only while enough others are ready. */
  IF_HEALTHY_BUDGET = 'IfHealthyBudget',
}

/**
 * How many pods may be taken away at once when nodes are drained.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export class DisruptionBudget {
  /**
   * At most so many pods are away at once. While all pods are ready it blocks no drain, however few they are, unless it
   * is 0. Pods that are not ready count as away.
   *
   * @param pods a number, or a percentage such as `'25%'`, which is rounded up
   * @param unhealthyPodEvictionPolicy for pods that are not ready; without it, Kubernetes' own: `IF_HEALTHY_BUDGET`
   */
  public static maxUnavailable(
    pods: number | string,
    unhealthyPodEvictionPolicy?: UnhealthyPodEvictionPolicy,
  ): DisruptionBudget {
    return new DisruptionBudget({ maxUnavailable: pods, unhealthyPodEvictionPolicy });
  }

  /**
   * At least so many pods stay. **Blocks every drain** while the autoscaler is at that number or below: keep it under
   * `minReplicas`.
   *
   * @param pods a number, or a percentage such as `'50%'`, which is rounded up
   * @param unhealthyPodEvictionPolicy for pods that are not ready; without it, Kubernetes' own: `IF_HEALTHY_BUDGET`
   */
  public static minAvailable(
    pods: number | string,
    unhealthyPodEvictionPolicy?: UnhealthyPodEvictionPolicy,
  ): DisruptionBudget {
    return new DisruptionBudget({ minAvailable: pods, unhealthyPodEvictionPolicy });
  }

  private constructor(
    /** @internal */
    public readonly _spec: {
      readonly maxUnavailable?: number | string;
      readonly minAvailable?: number | string;
      readonly unhealthyPodEvictionPolicy?: UnhealthyPodEvictionPolicy;
    },
  ) {}
}
