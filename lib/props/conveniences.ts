import type { Duration } from 'cdk8s';
import type { Accelerator } from './accelerator';
import type { ModelSource } from './model-source';

/** What machine-learning services need that takes several fields of Kubernetes to say. */
export interface Conveniences {
  /**
   * The registry, and a path in it if wanted, of every container image that names none: `registry.example.com/ml`
   * makes `sentiment:1.4.0` into `registry.example.com/ml/sentiment:1.4.0`.
   *
   * @see https://kubernetes.io/docs/concepts/containers/images/#image-names
   * @default - none: the container runtime asks Docker Hub
   */
  readonly imageRegistry?: string;

  /**
   * Whether a resource of the container that serves of which nothing is said gets the sizing of the reference app.
   * Without it, it gets no request and no limit, and a CPU utilization target can't work.
   *
   * @default true
   */
  readonly defaultResources?: boolean;

  /**
   * Accelerators of the container that serves: request and limit of the same number, the node selector, and the
   * toleration of a taint of the resource's name.
   *
   * @see https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/
   * @default - none
   */
  readonly accelerator?: Accelerator;

  /**
   * Where the model comes from. It is mounted at `modelPath`.
   *
   * @default - in the image
   */
  readonly model?: ModelSource;

  /**
   * The folder of the model in the container that serves. Says nothing without `model`.
   *
   * @default '/models'
   */
  readonly modelPath?: string;

  /**
   * The size of `/dev/shm`, as a quantity: `'2Gi'`. It counts into the memory limit.
   *
   * @default - what the container runtime gives, usually 64Mi
   */
  readonly sharedMemory?: string;

  /**
   * How long the model may take to load; whole seconds. Becomes a startup probe that asks what `startupProbe` asks, or
   * the readiness probe, or whether the first port takes connections, as often as it takes; and a progress deadline
   * that is longer, unless `deployment.progressDeadline` says one. Replaces `failureThreshold` of a `startupProbe`.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   * @default - none: a container must be alive as soon as `livenessProbe` asks
   */
  readonly startupBudget?: Duration;

  /**
   * How long a pod that is to end goes on serving, so that the Services take it off their lists first; whole seconds.
   * Becomes a `preStop` that sleeps (the image needs the command `sleep`) and a grace period of this plus 30 seconds,
   * unless `pod.terminationGracePeriod` says another. Excludes `preStop`. A proxy beside the server needs a `preStop` of its
   * own: it would end at once.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
   * @default - none: requests that arrive meanwhile fail
   */
  readonly drain?: Duration;

  /**
   * Whether the pods spread over zones and nodes where that is possible; a pod is never kept waiting for it. Goes with
   * `pod.topologySpreadConstraints`, and leaves out what these say of zones or nodes.
   *
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
   * @default false
   */
  readonly spread?: boolean;
}
