/** What one Kubernetes object is called, and the labels and annotations of it alone. */
export interface ObjectMetadata {
  /**
   * The exact `metadata.name` of this object.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
   * @default - the name of the app; of a new claim, that with `-model` behind it
   */
  readonly name?: string;

  /**
   * Labels of this object, over those of the app.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
   * @default - the labels of the app
   */
  readonly labels?: Record<string, string>;

  /**
   * Annotations of this object, over those of the app.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
   * @default - the annotations of the app
   */
  readonly annotations?: Record<string, string>;
}

/** What is common to all objects of an app, and may be to all apps of a team. */
export interface CommonMetadata {
  /**
   * The namespace of every object.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
   * @default - the namespace of the chart; without one, the namespace that kubectl is set to
   */
  readonly namespace?: string;

  /**
   * Labels of every object and of the pods. A change of these replaces the pods.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
   * @default - none; the pods carry the labels of `selector`
   */
  readonly labels?: Record<string, string>;

  /**
   * Annotations of every object, but not of the pods: those are `pod.annotations`.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}

/** What an app is called, and how its pods are found: of each app alone. */
export interface AppIdentity {
  /**
   * The name of the Deployment, the HorizontalPodAutoscaler, the Service and the container, and the value of the
   * `app` label by which they find the pods. Written as it is: nothing is added to it.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * The labels by which the Deployment and the Service find the pods; the pods carry them. Kubernetes refuses to change
   * the selector of a Deployment that exists.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector
   * @default - `{ app: NAME }`
   */
  readonly selector?: Record<string, string>;
}
