import type { Duration } from 'cdk8s';
import type { DeploymentSpec } from '../../imports/k8s';
import type { ObjectMetadata } from './metadata';

type DeploymentStrategySpec = NonNullable<DeploymentSpec['strategy']>;

/**
 * The Deployment.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/
 */
export interface DeploymentProps extends ObjectMetadata {
  /**
   * Writes `spec.replicas` into the Deployment. **Every** apply then sets the running count to this number, also while
   * the autoscaler has scaled to more: a service at 5 pods under load falls to it at once. Without it an apply leaves
   * the count as it is; a new Deployment begins with 1 pod and the autoscaler takes it to `minReplicas`.
   *
   * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling
   * @default - none: the autoscaler alone decides
   */
  readonly initialReplicas?: number;

  /**
   * How old pods make room for new ones.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
   * @default - Kubernetes' own: rolling, 25 % more pods and 25 % fewer
   */
  readonly strategy?: DeploymentStrategy;

  /**
   * How long a new pod must be ready before it counts as available; whole seconds.
   *
   * @default Duration.seconds(0)
   */
  readonly minReady?: Duration;

  /**
   * How long a rollout may make no progress before it counts as failed; whole seconds, more than `minReady`.
   *
   * @default Duration.minutes(10)
   */
  readonly progressDeadline?: Duration;

  /**
   * How many old ReplicaSets are kept to roll back to.
   *
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
}

/** How old pods make room for new ones. */
export class DeploymentStrategy {
  /** All old pods end before the first new one starts: the service is away in between. */
  public static recreate(): DeploymentStrategy {
    return new DeploymentStrategy({ type: 'Recreate' });
  }

  /**
   * Pod by pod.
   *
   * @param maxSurge how many pods more than wanted: a number, or a percentage such as `'25%'`
   * @param maxUnavailable how many pods fewer than wanted: a number, or a percentage; not both may be 0
   */
  public static rollingUpdate(maxSurge?: number | string, maxUnavailable?: number | string): DeploymentStrategy {
    return new DeploymentStrategy({ type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } });
  }

  private constructor(
    /** @internal */
    public readonly _spec: DeploymentStrategySpec,
  ) {}
}
