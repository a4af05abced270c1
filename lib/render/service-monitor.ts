import type { ApiObjectProps } from 'cdk8s';
import type { ResolvedApp } from '../resolve';
import { seconds } from '../seconds';

export function renderServiceMonitor({ serviceMonitor, selector }: ResolvedApp): ApiObjectProps | undefined {
  if (serviceMonitor === undefined) return undefined;
  const { metadata, port, path, interval } = serviceMonitor;
  const spec = {
    selector: { matchLabels: selector },
    endpoints: [{ port, path, interval: interval && `${seconds(interval)}s` }],
  };
  return { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', metadata, spec };
}
