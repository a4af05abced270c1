import type { ApiObjectProps } from 'cdk8s';
import type { KedaTrigger } from '../props/keda';
import type { ResolvedApp } from '../resolve';
import { seconds } from '../seconds';
import { renderBehavior } from './autoscaler';

export function renderScaledObject({ autoscaler, keda, deployment }: ResolvedApp): ApiObjectProps | undefined {
  if (keda === undefined) return undefined;
  const { metadata, minReplicas, maxReplicas, behavior } = autoscaler;
  const { fallbackReplicas: replicas, fallbackFailureThreshold: failureThreshold } = keda;
  const spec = {
    scaleTargetRef: { name: deployment.metadata.name },
    minReplicaCount: minReplicas,
    maxReplicaCount: maxReplicas,
    pollingInterval: seconds(keda.pollingInterval),
    cooldownPeriod: seconds(keda.cooldownPeriod),
    fallback: replicas === undefined ? undefined : { failureThreshold, replicas },
    advanced: behavior && { horizontalPodAutoscalerConfig: { behavior: renderBehavior(behavior) } },
    triggers: keda.triggers.map(renderTrigger),
  };
  return { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', metadata, spec };
}

function renderTrigger({ _type, _metadata, _metricType, _options }: KedaTrigger) {
  const { name, authentication, metricType } = _options;
  return {
    type: _type,
    name,
    metricType: _metricType ?? metricType,
    metadata: _metadata,
    authenticationRef: authentication === undefined ? undefined : { name: authentication },
  };
}
