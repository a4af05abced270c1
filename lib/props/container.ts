import type { Probe } from './probe';

/** When the kubelet pulls the image. */
export enum ImagePullPolicy {
  /** At every start of a container; the registry's digest decides whether there is anything to fetch. */
  ALWAYS = 'Always',
  /** When the node does not have it. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** Never: the node must have it. */
  NEVER = 'Never',
}

/** The transport of a port. */
export enum Protocol {
  TCP = 'TCP',
  UDP = 'UDP',
  SCTP = 'SCTP',
}

/** A port that the container listens on. */
export interface ContainerPort {
  /** The port number, 1 to 65535. */
  readonly containerPort: number;

  /**
   * A name by which Services and probes can refer to the port: at most 15 lower-case letters, digits and '-'.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The transport.
   *
   * @default - TCP, which is Kubernetes' own default
   */
  readonly protocol?: Protocol;
}

/**
 * The container that serves the model.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container
 */
export interface ContainerProps {
  /**
   * The image, as the registry knows it: `registry.example.com/team/model:1.2.3`.
   *
   * @see https://kubernetes.io/docs/concepts/containers/images/#image-names
   */
  readonly image: string;

  /**
   * When the kubelet pulls the image.
   *
   * @see https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy
   * @default - Kubernetes' own: `Always` for the tag `latest` or none, `IfNotPresent` otherwise
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * The name of the container.
   *
   * @default - the name of the app
   */
  readonly containerName?: string;

  /**
   * What a pod reserves of a node's CPU, as a quantity: `'5'` is 5 cores, `'500m'` half a core. A CPU utilization
   * target is a percentage of this number.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   * @default '5' where `cpuLimit` is not given either; otherwise none, and Kubernetes takes the limit
   */
  readonly cpuRequest?: string;

  /**
   * What a container may use of a node's CPU, as a quantity. Above it, it is slowed down.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   * @default '8' where `cpuRequest` is not given either; otherwise none: no limit
   */
  readonly cpuLimit?: string;

  /**
   * What a pod reserves of a node's memory, as a quantity: `'5Gi'`, `'512Mi'`.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   * @default '5Gi' where `memoryLimit` is not given either; otherwise none, and Kubernetes takes the limit
   */
  readonly memoryRequest?: string;

  /**
   * What a container may use of a node's memory, as a quantity. Above it, it is killed.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   * @default '8Gi' where `memoryRequest` is not given either; otherwise none: no limit
   */
  readonly memoryLimit?: string;

  /**
   * The ports that the container listens on. The first is where probes and the Service go unless they say otherwise.
   *
   * @default [{ containerPort: 5000 }]
   */
  readonly ports?: ContainerPort[];

  /**
   * Environment variables. All values are text: write `'1'`, not `1`.
   *
   * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
   * @default - none
   */
  readonly env?: Record<string, string>;

  /**
   * When the pod gets traffic. Without it a pod gets requests before its server listens, and every scale-up fails some.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   * @default - none: a pod gets traffic as soon as its containers run
   */
  readonly readinessProbe?: Probe;

  /**
   * When the container is killed and started again. Give a model that loads slowly a `startupProbe` beside it.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   * @default - none: only a container whose process ends is started again
   */
  readonly livenessProbe?: Probe;

  /**
   * When the container counts as started: until then the two other probes wait.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   * @default - none: the other probes begin at once
   */
  readonly startupProbe?: Probe;
}
