import type { Duration } from 'cdk8s';
import type { ObjectMetadata } from './metadata';

/**
 * A PodMonitor: prometheus-operator scrapes every pod. Needs its CRDs.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
 */
export interface PodMonitorProps extends ObjectMetadata {
  /** The name of the container port that has the metrics. */
  readonly port: string;

  /**
   * The path of the metrics.
   *
   * @default '/metrics'
   */
  readonly path?: string;

  /**
   * How often the pods are asked; whole seconds.
   *
   * @default - what Prometheus is set to
   */
  readonly interval?: Duration;
}
