import type { KedaProps } from './keda';
import type { ObjectMetadata } from './metadata';
import type { ScalingBehavior } from './scaling-behavior';
import type { ScalingMetric } from './scaling-metric';

/**
 * How the HorizontalPodAutoscaler scales.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
 */
export interface AutoscalerProps {
  /**
   * The fewest pods. At least 1; 0 from Kubernetes 1.37 on, with an object or external metric.
   *
   * @default 1
   */
  readonly minReplicas?: number;

  /**
   * The most pods. At least `minReplicas`.
   *
   * @default 5
   */
  readonly maxReplicas?: number;

  /**
   * What the autoscaler looks at. A CPU utilization target alone is written as autoscaling/v1, all else as autoscaling/v2;
   * the cluster stores the same object for both.
   *
   * @default [ScalingMetric.cpuUtilization(40)]
   */
  readonly metrics?: ScalingMetric[];

  /**
   * How fast it may go. Not the same as an empty object: as soon as anything stands here, both directions get rules.
   *
   * @default - none: up by at most double or 4 pods a step, down after 5 minutes
   */
  readonly behavior?: ScalingBehavior;

  /**
   * KEDA as the scaler, in place of a HorizontalPodAutoscaler. Needs KEDA in the cluster. `kubectl apply` leaves a
   * HorizontalPodAutoscaler that was there before: delete it, or both scale.
   *
   * @see https://keda.sh/docs/latest/concepts/scaling-deployments/
   * @default - none: a HorizontalPodAutoscaler of `metrics`
   */
  readonly keda?: KedaProps;

  /**
   * The name, labels and annotations of the HorizontalPodAutoscaler, or of the ScaledObject of KEDA.
   *
   * @default - those of the app
   */
  readonly autoscaler?: ObjectMetadata;
}
