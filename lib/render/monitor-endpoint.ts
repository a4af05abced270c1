import type { Duration } from 'cdk8s';
import { seconds } from '../seconds';

/** What a PodMonitor and a ServiceMonitor say of the place that they scrape. */
interface MonitorEndpoint {
  readonly port: string;
  readonly path?: string;
  readonly interval?: Duration;
}

export function renderMonitorEndpoint({ port, path, interval }: MonitorEndpoint) {
  return { port, path, interval: interval && `${seconds(interval)}s` };
}
