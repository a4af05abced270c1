import type { Duration } from 'cdk8s';
import type {
  Affinity,
  HostAlias,
  IServiceAccount,
  PodDnsConfig,
  PodSecurityContext,
  Toleration,
  TopologySpreadConstraint,
} from '../../imports/k8s';
import type { AdditionalContainerProps, InitContainerProps } from './container';
import type { Volume } from './volume';

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

  /**
   * Containers beside the one that serves. A CPU utilization target counts all containers of the pod: each needs a CPU
   * request then.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers
   * @default - none
   */
  readonly containers?: AdditionalContainerProps[];

  /**
   * Containers that run before the others, one after the other.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
   * @default - none
   */
  readonly initContainers?: InitContainerProps[];

  /**
   * The volumes that containers can mount.
   *
   * @see https://kubernetes.io/docs/concepts/storage/volumes/
   * @default - none
   */
  readonly volumes?: Volume[];

  /**
   * What a pod as a whole reserves of a node's CPU, as a quantity; its containers need not ask for any of their own. A
   * CPU utilization target is then a percentage of this number. Since Kubernetes 1.34 (1.32 behind the gate
   * PodLevelResources: without it they drop it in silence); older API servers refuse it.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification
   * @default - the sum of the containers
   */
  readonly cpuRequest?: string;

  /**
   * What a pod as a whole may use of a node's CPU, as a quantity. Since Kubernetes 1.34 (1.32 behind the gate
   * PodLevelResources: without it they drop it in silence); older API servers refuse it.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification
   * @default - what the containers may use
   */
  readonly cpuLimit?: string;

  /**
   * What a pod as a whole reserves of a node's memory, as a quantity. Since Kubernetes 1.34 (1.32 behind the gate
   * PodLevelResources: without it they drop it in silence); older API servers refuse it.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification
   * @default - the sum of the containers
   */
  readonly memoryRequest?: string;

  /**
   * What a pod as a whole may use of a node's memory, as a quantity. Since Kubernetes 1.34 (1.32 behind the gate
   * PodLevelResources: without it they drop it in silence); older API servers refuse it.
   *
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification
   * @default - what the containers may use
   */
  readonly memoryLimit?: string;

  /**
   * The account that the pods act as: its name, or a ServiceAccount of cdk8s-plus-27.
   *
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
   * @default - the account `default` of the namespace
   */
  readonly serviceAccount?: string | IServiceAccount;

  /**
   * Whether the containers get a token of the account.
   *
   * @default - what the account says; true where it says nothing
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * The names of the Secrets to pull images with.
   *
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/
   * @default - those of the account
   */
  readonly imagePullSecrets?: string[];

  /**
   * The class that says which pods go first when room is short.
   *
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
   * @default - the default class of the cluster
   */
  readonly priorityClassName?: string;

  /**
   * The class of the container runtime, such as `nvidia`.
   *
   * @see https://kubernetes.io/docs/concepts/containers/runtime-class/
   * @default - the default runtime of the node
   */
  readonly runtimeClassName?: string;

  /**
   * The time between the word to end and the kill; whole seconds. `preStop` counts into it.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
   * @default Duration.seconds(30)
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * User, groups and file permissions of all containers.
   *
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   * @default - what the images say
   */
  readonly securityContext?: PodSecurityContext;

  /**
   * Whether the containers get environment variables for every Service of the namespace. A Service called `vllm` sets
   * `VLLM_PORT`, which vLLM takes for a setting of its own.
   *
   * @see https://kubernetes.io/docs/tutorials/services/connect-applications-service/#accessing-the-service
   * @default true
   */
  readonly enableServiceLinks?: boolean;

  /**
   * Entries of `/etc/hosts`.
   *
   * @default - none
   */
  readonly hostAliases?: HostAlias[];

  /**
   * Where names are looked up: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`.
   *
   * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy
   * @default 'ClusterFirst'
   */
  readonly dnsPolicy?: string;

  /**
   * Name servers, search domains and options, beside those of `dnsPolicy`.
   *
   * @default - none
   */
  readonly dnsConfig?: PodDnsConfig;

  /**
   * Labels that a node must have.
   *
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
   * @default - none
   */
  readonly nodeSelector?: Record<string, string>;

  /**
   * Taints of nodes that do not keep the pods away.
   *
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
   * @default - none
   */
  readonly tolerations?: Toleration[];

  /**
   * Nodes and pods to be near to, or away from.
   *
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
   * @default - none
   */
  readonly affinity?: Affinity;

  /**
   * How the pods spread over zones and nodes. Each needs a `labelSelector` of the pods' labels: without one it counts no
   * pod.
   *
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
   * @default - the defaults of the cluster's scheduler
   */
  readonly topologySpreadConstraints?: TopologySpreadConstraint[];
}
