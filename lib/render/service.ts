import type { ApiObjectProps } from 'cdk8s';
import type { ServiceSpec } from '../../imports/k8s';
import type { ResolvedApp } from '../resolve';

export function renderService({ service, selector }: ResolvedApp): ApiObjectProps {
  const spec: ServiceSpec = {
    type: service.type,
    selector,
    ports: [...service.ports],
  };
  return { apiVersion: 'v1', kind: 'Service', metadata: service.metadata, spec };
}
