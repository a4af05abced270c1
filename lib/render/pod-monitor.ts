import type { ApiObjectProps } from 'cdk8s';
import type { ResolvedApp } from '../resolve';
import { renderMonitorEndpoint } from './monitor-endpoint';

export function renderPodMonitor({ podMonitor, selector }: ResolvedApp): ApiObjectProps | undefined {
  if (podMonitor === undefined) return undefined;
  const spec = { selector: { matchLabels: selector }, podMetricsEndpoints: [renderMonitorEndpoint(podMonitor)] };
  return { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor', metadata: podMonitor.metadata, spec };
}
