import type { ObjectMetadata } from './metadata';

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
}
