import type { Duration } from 'cdk8s';
import type { Protocol } from './container';
import type { ObjectMetadata } from './metadata';

/** Where a Service can be reached. */
export enum ServiceType {
  /** From inside the cluster. */
  CLUSTER_IP = 'ClusterIP',
  /** Also at a port of every node. */
  NODE_PORT = 'NodePort',
  /** Also through a load balancer of the cluster's provider. */
  LOAD_BALANCER = 'LoadBalancer',
}

/** Which nodes or pods a Service sends traffic to. */
export enum TrafficPolicy {
  /** All of them. */
  CLUSTER = 'Cluster',
  /** Those of the node that the traffic comes to, and none where it has none. */
  LOCAL = 'Local',
}

/** A port of the Service. */
export interface ServicePort {
  /** The port that clients connect to, 1 to 65535. */
  readonly port: number;

  /**
   * The container port that it leads to: a number from 1 to 65535, or the name of a container port.
   *
   * @default - the port of the container that serves with the same number or name; otherwise, for the only port of a
   * Service, the first of the container
   */
  readonly targetPort?: number | string;

  /**
   * The port of every node that leads here: 30000 to 32767, free in the whole cluster. For the types `NODE_PORT` and
   * `LOAD_BALANCER`.
   *
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
   * @default - the cluster chooses one where the type needs one
   */
  readonly nodePort?: number;

  /**
   * A name; needed where the Service has several ports.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The transport.
   *
   * @default - where `targetPort` is not given, that of the container port; otherwise TCP, which is Kubernetes' own
   */
  readonly protocol?: Protocol;

  /**
   * What is spoken there, for meshes and gateways: `http`, `kubernetes.io/h2c` (gRPC), a name of the Service name registry
   * of IANA, or one with a domain before it.
   *
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
   * @default - none
   */
  readonly appProtocol?: string;
}

/**
 * What a Service can say but its metadata.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export interface ServiceOptions {
  /**
   * Where the Service can be reached.
   *
   * @default - Kubernetes' own: ClusterIP
   */
  readonly type?: ServiceType;

  /**
   * The ports that clients connect to.
   *
   * @default [{ port: 6000 }]
   */
  readonly ports?: ServicePort[];

  /**
   * The labels by which the Service finds the pods; the pods must carry them all. A Service that exists with fewer labels
   * than the Deployment's selector keeps them so.
   *
   * @default - the selector of the app
   */
  readonly selector?: Record<string, string>;

  /**
   * Whether it has no address of its own: its name leads to the pods themselves.
   *
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
   * @default false
   */
  readonly headless?: boolean;

  /**
   * For how long a client is kept at the pod that it reached first; whole seconds, 1 second to 1 day. A pod that a
   * scale-up adds gets no traffic from clients that are kept.
   *
   * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity
   * @default - clients are not kept
   */
  readonly sessionAffinity?: Duration;

  /**
   * Where traffic from outside the cluster goes. For the types `NODE_PORT` and `LOAD_BALANCER`; `LOCAL` keeps the address
   * of the client.
   *
   * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy
   * @default TrafficPolicy.CLUSTER
   */
  readonly externalTrafficPolicy?: TrafficPolicy;

  /**
   * Where traffic from inside the cluster goes.
   *
   * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#internal-traffic-policy
   * @default TrafficPolicy.CLUSTER
   */
  readonly internalTrafficPolicy?: TrafficPolicy;

  /**
   * Whether a LoadBalancer takes ports of the nodes, too.
   *
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-nodeport-allocation
   * @default true
   */
  readonly allocateLoadBalancerNodePorts?: boolean;

  /**
   * The implementation of the load balancer.
   *
   * @default - the one of the cluster's provider
   */
  readonly loadBalancerClass?: string;

  /**
   * The addresses that may connect to the load balancer, as CIDR blocks.
   *
   * @default - all
   */
  readonly loadBalancerSourceRanges?: string[];

  /**
   * Whether pods that are not ready are on its list, too.
   *
   * @default false
   */
  readonly publishNotReadyAddresses?: boolean;
}

/** The Service in front of the pods. */
export interface ServiceProps extends ObjectMetadata, ServiceOptions {}

/** A Service beside the first: a headless one, or one for metrics. */
export interface AdditionalServiceProps extends ServiceOptions {
  /** The name. The id of the object in the construct is `Service-` and the name. */
  readonly name: string;

  /**
   * Labels of this Service, over those of the app.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
   * @default - the labels of the app
   */
  readonly labels?: Record<string, string>;

  /**
   * Annotations of this Service, over those of the app.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
   * @default - the annotations of the app
   */
  readonly annotations?: Record<string, string>;
}
