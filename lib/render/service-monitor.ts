import type { ApiObjectProps } from 'cdk8s';
import type { ResolvedApp } from '../resolve';
import { seconds } from '../seconds';

export function renderServiceMonitor({ serviceMonitor }: ResolvedApp): ApiObjectProps | undefined {
  if (serviceMonitor === undefined) return undefined;
  const { metadata, port, path, interval, serviceLabels } = serviceMonitor;
  const spec = {
    selector: { matchLabels: serviceLabels },
    endpoints: [{ port, path, interval: interval && `${seconds(interval)}s` }],
  };
  return { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', metadata, spec };
}
