import type { ApiObjectProps } from 'cdk8s';
import type { ResolvedApp } from '../resolve';
import { seconds } from '../seconds';

export function renderPodMonitor({ podMonitor, selector }: ResolvedApp): ApiObjectProps | undefined {
  if (podMonitor === undefined) return undefined;
  const { metadata, port, path, interval } = podMonitor;
  const spec = {
    selector: { matchLabels: selector },
    podMetricsEndpoints: [{ port, path, interval: interval && `${seconds(interval)}s` }],
  };
  return { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor', metadata, spec };
}
