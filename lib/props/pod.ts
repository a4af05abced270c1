/**
 * The pods of the Deployment.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
 */
export interface PodProps {
  /**
   * Labels of the pods, over those of the app and the selector. A change of these replaces the pods.
   *
   * @default - the labels of the app and the selector
   */
  readonly labels?: Record<string, string>;

  /**
   * Annotations of the pods. A change of these replaces the pods.
   *
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}
