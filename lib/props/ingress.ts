import type { ObjectMetadata } from './metadata';

/**
 * An Ingress in front of the Service.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/
 */
export interface IngressProps extends ObjectMetadata {
  /**
   * The host name.
   *
   * @default - any
   */
  readonly host?: string;

  /**
   * The path that leads to the Service, with all below it.
   *
   * @default '/'
   */
  readonly path?: string;

  /**
   * The class of the controller.
   *
   * @default - the default class of the cluster
   */
  readonly ingressClassName?: string;

  /**
   * The Secret with the certificate of the host.
   *
   * @default - no TLS
   */
  readonly tlsSecretName?: string;
}
