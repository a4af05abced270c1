import type { ObjectMetadata } from './metadata';

/** The Gateway that an HTTPRoute hangs on. */
export interface HttpRouteParent {
  /** The name of the Gateway. */
  readonly name: string;

  /**
   * Its namespace.
   *
   * @default - the namespace of the app
   */
  readonly namespace?: string;

  /**
   * The listener.
   *
   * @default - all that fit
   */
  readonly sectionName?: string;
}

/**
 * An HTTPRoute of the Gateway API in front of the Service, to its first port. Needs the CRDs of the Gateway API.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/httproute/
 */
export interface HttpRouteProps extends ObjectMetadata {
  /** The Gateways. */
  readonly parentRefs: HttpRouteParent[];

  /**
   * The host names.
   *
   * @default - those of the listeners
   */
  readonly hostnames?: string[];

  /**
   * The path that leads to the Service, with all below it.
   *
   * @default '/'
   */
  readonly path?: string;
}
