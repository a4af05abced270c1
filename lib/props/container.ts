import type { SecurityContext } from '../../imports/k8s';
import type { EnvFrom, EnvValue } from './env';
import type { LifecycleHook } from './lifecycle-hook';
import type { Probe } from './probe';
import type { VolumeMount } from './volume';

/** When the kubelet pulls the image. */
export enum ImagePullPolicy {
  /** At every start of a container; the registry's digest decides whether there is anything to fetch. */
  ALWAYS = 'Always',
  /** When the node does not have it. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** Never: the node must have it. */
  NEVER = 'Never',
}

/** Where the last words of a container that ended come from: `kubectl describe pod` shows them. */
export enum TerminationMessagePolicy {
  /** From the file `/dev/termination-log`. */
  FILE = 'File',
  /** From that file, or, where it is empty and the container failed, from the end of its logs. */
  FALLBACK_TO_LOGS_ON_ERROR = 'FallbackToLogsOnError',
}

/** The transport of a port. */
export enum Protocol {
  /** Connections: HTTP and gRPC go over them. */
  TCP = 'TCP',
  /** Single packets. */
  UDP = 'UDP',
  /** Connections of several streams; the network plugin of the cluster must have it. */
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
 * All that a container can say but its image.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container
 */
export interface ContainerOptions {
  /**
   * When the kubelet pulls the image.
   *
   * @see https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy
   * @default - Kubernetes' own: `Always` for the tag `latest` or none, `IfNotPresent` otherwise
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * What a pod reserves of a node's CPU, as a quantity: `'5'` is 5 cores, `'500m'` half a core. A CPU utilization
   * target is a percentage of this number.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   * @default - serving container: '5' where `cpuLimit` is not given either. Otherwise none, and Kubernetes takes the limit
   */
  readonly cpuRequest?: string;

  /**
   * What a container may use of a node's CPU, as a quantity. Above it, it is slowed down.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   * @default - serving container: '8' where `cpuRequest` is not given either. Otherwise none: no limit
   */
  readonly cpuLimit?: string;

  /**
   * What a pod reserves of a node's memory, as a quantity: `'5Gi'`, `'512Mi'`.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   * @default - serving container: '5Gi' where `memoryLimit` is not given either. Otherwise none, and Kubernetes takes the
   * limit
   */
  readonly memoryRequest?: string;

  /**
   * What a container may use of a node's memory, as a quantity. Above it, it is killed.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   * @default - serving container: '8Gi' where `memoryRequest` is not given either. Otherwise none: no limit
   */
  readonly memoryLimit?: string;

  /**
   * What a pod reserves of a node's disk for what it writes and logs, as a quantity: `'10Gi'`.
   *
   * @see https://kubernetes.io/docs/concepts/storage/ephemeral-storage/
   * @default - none, and Kubernetes takes the limit
   */
  readonly ephemeralStorageRequest?: string;

  /**
   * What a container may write to the node's disk, as a quantity. Above it, the pod is evicted.
   *
   * @see https://kubernetes.io/docs/concepts/storage/ephemeral-storage/
   * @default - no limit
   */
  readonly ephemeralStorageLimit?: string;

  /**
   * Resources beyond CPU and memory, by name, as whole numbers: `{ 'nvidia.com/gpu': 1 }`. Request and limit are the same:
   * Kubernetes takes nothing else. `accelerator` adds the node selector and the toleration.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#extended-resources
   * @default - none
   */
  readonly extendedResources?: Record<string, number>;

  /**
   * The ports that the container listens on. The first is where probes and the Service go unless they say otherwise.
   *
   * @default - serving container: `[{ containerPort: 5000 }]`; none without a Service, and for other containers
   */
  readonly ports?: ContainerPort[];

  /**
   * Environment variables, in the order in which they may refer to each other by `$(NAME)`. Text, or an `EnvValue`; all
   * values are text: write `'1'`, not `1`.
   *
   * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
   * @default - none
   */
  readonly env?: Record<string, string | EnvValue>;

  /**
   * ConfigMaps and Secrets of which every key becomes an environment variable; `env` goes over them.
   *
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/
   * @default - none
   */
  readonly envFrom?: EnvFrom[];

  /**
   * The command, in place of the entry point of the image. Not run in a shell.
   *
   * @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
   * @default - the entry point of the image
   */
  readonly command?: string[];

  /**
   * The arguments of the command, in place of those of the image.
   *
   * @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
   * @default - the arguments of the image; none where `command` is given
   */
  readonly args?: string[];

  /**
   * The folder that the command runs in.
   *
   * @default - the one of the image
   */
  readonly workingDir?: string;

  /**
   * Where volumes of the pod (`pod.volumes`) stand in the container.
   *
   * @see https://kubernetes.io/docs/concepts/storage/volumes/
   * @default - none
   */
  readonly volumeMounts?: VolumeMount[];

  /**
   * What runs right after the start of the container, beside its command; the container is not running before it ends.
   *
   * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
   * @default - none
   */
  readonly postStart?: LifecycleHook;

  /**
   * What runs before the container is told to end. Its time counts into the grace period of the pod.
   *
   * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
   * @default - none
   */
  readonly preStop?: LifecycleHook;

  /**
   * User, capabilities and file system of the container.
   *
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   * @default - what the image and the pod say
   */
  readonly securityContext?: SecurityContext;

  /**
   * Where the last words of a container that ended come from.
   *
   * @see https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/
   * @default TerminationMessagePolicy.FILE
   */
  readonly terminationMessagePolicy?: TerminationMessagePolicy;

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

/** A container: the one that serves the model, or one beside it. */
export interface ContainerProps extends ContainerOptions {
  /**
   * The image, as the registry knows it: `registry.example.com/team/model:1.2.3`.
   *
   * @see https://kubernetes.io/docs/concepts/containers/images/#image-names
   */
  readonly image: string;
}

/** A container beside the one that serves: a proxy, an exporter of metrics. */
export interface AdditionalContainerProps extends ContainerProps {
  /** The name, unique in the pod. */
  readonly name: string;
}

/** A container that runs to its end before the others start, or one that starts before them and stays. */
export interface InitContainerProps extends AdditionalContainerProps {
  /**
   * Whether it stays: it starts before the other containers, runs beside them and ends after them
   * (`restartPolicy: Always`). Since Kubernetes 1.29 (1.28 behind the gate SidecarContainers).
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
   * @default false
   */
  readonly sidecar?: boolean;
}
