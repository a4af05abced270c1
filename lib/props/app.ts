import type { AutoscalerProps } from './autoscaler';
import type { ContainerOptions, ContainerProps } from './container';
import type { Conveniences } from './conveniences';
import type { DeploymentProps } from './deployment';
import type { DisruptionBudget } from './disruption-budget';
import type { HttpRouteProps } from './http-route';
import type { IngressProps } from './ingress';
import type { AppIdentity, CommonMetadata } from './metadata';
import type { NetworkPolicyProps } from './network-policy';
import type { PodProps } from './pod';
import type { PodMonitorProps } from './pod-monitor';
import type { AdditionalServiceProps, ServiceProps } from './service';
import type { ServiceMonitorProps } from './service-monitor';

/** All that an app can say but its image; what a platform team sets for all its apps (`defaults`) may say the same. */
export interface AutoscaledMlAppOptions extends CommonMetadata, ContainerOptions, AutoscalerProps, Conveniences {
  /**
   * The name of the container that serves.
   *
   * @default - the name of the app
   */
  readonly containerName?: string;

  /**
   * The Deployment: its name, labels and annotations, and what concerns it as a whole.
   *
   * @default - the name, labels and annotations of the app
   */
  readonly deployment?: DeploymentProps;

  /**
   * The pods: what is neither of the container that serves nor of the Deployment.
   *
   * @default - the labels of the app and the selector, one container, and what Kubernetes fills in
   */
  readonly pod?: PodProps;

  /**
   * Warnings and advice that are meant so: the reason by the id of the rule (docs/rules). Stands in the annotations of the
   * Deployment, and counts for the autoscaler, the Services and the budget, too.
   *
   * @default - none
   */
  readonly acknowledge?: Record<string, string>;

  /**
   * The Service in front of the pods.
   *
   * @default - a ClusterIP Service of the app's name, from port 6000 to the first port of the container
   */
  readonly service?: ServiceProps;

  /**
   * Whether there is a Service in front of the pods: a worker that takes its work from a queue needs none. Without it
   * `service` says nothing, and the container has no port of its own accord.
   *
   * @default true
   */
  readonly createService?: boolean;

  /**
   * Services beside the first.
   *
   * @default - none
   */
  readonly additionalServices?: AdditionalServiceProps[];

  /**
   * An Ingress in front of the Service, to its first port.
   *
   * @default - none
   */
  readonly ingress?: IngressProps;

  /**
   * An HTTPRoute of the Gateway API in front of the Service, to its first port.
   *
   * @default - none
   */
  readonly httpRoute?: HttpRouteProps;

  /**
   * A PodMonitor of prometheus-operator.
   *
   * @default - none
   */
  readonly podMonitor?: PodMonitorProps;

  /**
   * A ServiceMonitor of prometheus-operator.
   *
   * @default - none
   */
  readonly serviceMonitor?: ServiceMonitorProps;

  /**
   * A NetworkPolicy that lets in what the Services serve.
   *
   * @default - none
   */
  readonly networkPolicy?: NetworkPolicyProps;

  /**
   * How many pods may be taken away at once when nodes are drained.
   *
   * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
   * @default - none: a drain may take all pods of its node at once
   */
  readonly disruptionBudget?: DisruptionBudget;
}

/** A machine-learning service behind a HorizontalPodAutoscaler. Only `image` has no default. */
export interface AutoscaledMlAppProps extends AppIdentity, AutoscaledMlAppOptions, ContainerProps {
  /**
   * What the app says where it says nothing itself: the defaults of a team, an environment. A later one goes over an
   * earlier one, and the app's own props over all. Groups (`pod`, `service`) and maps (`labels`, `env`) are merged key by
   * key; everything else, lists too, is replaced as a whole. Of props that exclude each other (`keda` and `metrics`,
   * `drain` and `preStop`, `createService: false` and what leads to the Service) the later counts. `undefined` says nothing:
   * what a layer says is replaced, never taken back.
   *
   * @default - none but those of this package
   */
  readonly defaults?: AutoscaledMlAppOptions[];
}
