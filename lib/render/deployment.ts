import type { ApiObjectProps } from 'cdk8s';
import type { DeploymentSpec } from '../../imports/k8s';
import type { ResolvedApp } from '../resolve';
import { seconds } from '../seconds';
import { renderPod } from './pod';

export function renderDeployment({ deployment, selector, pod }: ResolvedApp): ApiObjectProps {
  const spec: DeploymentSpec = {
    replicas: deployment.initialReplicas,
    selector: { matchLabels: selector },
    strategy: deployment.strategy?._spec,
    minReadySeconds: seconds(deployment.minReady),
    progressDeadlineSeconds: seconds(deployment.progressDeadline),
    revisionHistoryLimit: deployment.revisionHistoryLimit,
    template: renderPod(pod),
  };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: deployment.metadata, spec };
}
