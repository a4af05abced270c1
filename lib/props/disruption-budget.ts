/**
 * How many pods may be taken away at once when nodes are drained.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export class DisruptionBudget {
  /**
   * At most so many pods are away at once. Never blocks a drain, however few pods there are, unless it is 0.
   *
   * @param pods a number, or a percentage such as `'25%'`, which is rounded up
   */
  public static maxUnavailable(pods: number | string): DisruptionBudget {
    return new DisruptionBudget({ maxUnavailable: pods });
  }

  /**
   * At least so many pods stay. **Blocks every drain** while the autoscaler is at that number or below: keep it under
   * `minReplicas`.
   *
   * @param pods a number, or a percentage such as `'50%'`, which is rounded up
   */
  public static minAvailable(pods: number | string): DisruptionBudget {
    return new DisruptionBudget({ minAvailable: pods });
  }

  private constructor(
    /** @internal */
    public readonly _spec: { readonly maxUnavailable?: number | string; readonly minAvailable?: number | string },
  ) {}
}
