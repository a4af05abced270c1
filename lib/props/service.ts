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

/** A port of the Service. */
export interface ServicePort {
  /** The port that clients connect to, 1 to 65535. */
  readonly port: number;

  /**
   * The container port that it leads to: a number from 1 to 65535, or the name of a container port.
   *
   * @default - the first port of the container
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
   * @default - TCP, which is Kubernetes' own default
   */
  readonly protocol?: Protocol;
}

/**
 * The Service in front of the pods.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export interface ServiceProps extends ObjectMetadata {
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
}
