import type { ApiObjectProps } from 'cdk8s';
import type { HpaBehavior, HpaScalingRules, HpaSpecV1, HpaSpecV2 } from '../../imports/k8s';
import type { ScalingBehavior, ScalingRules } from '../props/scaling-behavior';
import type { ScalingMetric } from '../props/scaling-metric';
import type { ResolvedApp } from '../resolve';
import { seconds } from '../seconds';

/** Since Kubernetes 1.33; the generated types are of 1.27. */
interface ScalingRulesWithTolerance extends HpaScalingRules {
  readonly tolerance?: string;
}

/** The lowest API version that can say what was asked. */
export function renderAutoscaler(app: ResolvedApp): ApiObjectProps {
  const { autoscaler, deployment } = app;
  const { metadata, minReplicas, maxReplicas, metrics, behavior } = autoscaler;
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: deployment.metadata.name };
  const cpuTarget = behavior === undefined ? onlyCpuUtilization(metrics) : undefined;
  if (cpuTarget !== undefined) {
    const spec: HpaSpecV1 = { scaleTargetRef, minReplicas, maxReplicas, targetCPUUtilizationPercentage: cpuTarget };
    return { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata, spec };
  }
  const spec: HpaSpecV2 = {
    scaleTargetRef,
    minReplicas,
    maxReplicas,
    metrics: metrics.map((metric) => metric._spec),
    behavior: behavior && renderBehavior(behavior),
  };
  return { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec };
}

/** The percentage, where a CPU utilization target is all there is: that much autoscaling/v1 can say. */
function onlyCpuUtilization(metrics: readonly ScalingMetric[]): number | undefined {
  const [metric, ...others] = metrics;
  const resource = metric?._spec.resource;
  return others.length === 0 && resource?.name === 'cpu' ? resource.target.averageUtilization : undefined;
}

export function renderBehavior({ scaleUp, scaleDown }: ScalingBehavior): HpaBehavior {
  return { scaleUp: scaleUp && renderRules(scaleUp), scaleDown: scaleDown && renderRules(scaleDown) };
}

function renderRules(rules: ScalingRules): ScalingRulesWithTolerance {
  return {
    stabilizationWindowSeconds: seconds(rules.stabilizationWindow),
    policies: rules.policies?.map((policy) => policy._spec),
    selectPolicy: rules.selectPolicy,
    tolerance: rules.tolerance,
  };
}
