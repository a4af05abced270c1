import type { ApiObjectProps } from 'cdk8s';
import type { ResolvedApp } from '../resolve';
import { renderMonitorEndpoint } from './monitor-endpoint';

export function renderServiceMonitor({ serviceMonitor }: ResolvedApp): ApiObjectProps | undefined {
  if (serviceMonitor === undefined) return undefined;
  const { metadata, serviceLabels } = serviceMonitor;
  const spec = { selector: { matchLabels: serviceLabels }, endpoints: [renderMonitorEndpoint(serviceMonitor)] };
  return { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', metadata, spec };
}
