import type { NetworkPolicyPeer } from '../../imports/k8s';
import type { ObjectMetadata } from './metadata';

/**
 * A NetworkPolicy that lets in what the Services serve, and nothing else; without a Service, the ports of the container
 * that serves. A PodMonitor then needs a Service of its port. What goes out is not touched.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export interface NetworkPolicyProps extends ObjectMetadata {
  /**
   * Who may connect.
   *
   * @default - everyone
   */
  readonly from?: NetworkPolicyPeer[];
}
