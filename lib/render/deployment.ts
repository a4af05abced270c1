import type { ApiObjectProps } from 'cdk8s';
import type { DeploymentSpec } from '../../imports/k8s';
import type { ResolvedApp } from '../resolve';
import { renderContainer } from './container';

export function renderDeployment({ deployment, selector, pod, container }: ResolvedApp): ApiObjectProps {
  const spec: DeploymentSpec = {
    replicas: deployment.initialReplicas,
    selector: { matchLabels: selector },
    template: {
      metadata: pod,
      spec: { containers: [renderContainer(container)] },
    },
  };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: deployment.metadata, spec };
}
