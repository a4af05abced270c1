import type { Duration } from 'cdk8s';
import type { ObjectMetadata } from './metadata';

/**
 * A ServiceMonitor: prometheus-operator scrapes every pod behind the Service. Needs its CRDs. The Service then carries
 * the label `ml-app.monitored`, by which the ServiceMonitor finds it and no other.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor
 */
export interface ServiceMonitorProps extends ObjectMetadata {
  /** The name of the Service port that has the metrics. */
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
