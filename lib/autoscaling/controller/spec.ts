import { type Fields, fields, items, type Manifest } from '../../manifest';
import { inThousandths, milliOf, quantityOf } from '../../quantity';
import { type Metric, metricsOf } from '../metrics';

/** What an autoscaler says, with what the API server puts where it says nothing. */
export interface AutoscalerSpec {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly metrics: readonly MetricSpec[];
  /** Both directions, where the autoscaler has a `behavior` at all: without one, the controller goes by other rules. */
  readonly behavior?: Behavior;
}

export interface MetricSpec {
  readonly type: 'Resource' | 'ContainerResource' | 'Pods' | 'Object' | 'External';
  /** The resource, or what the metric is called. */
  readonly name: string;
  /** Of a ContainerResource. */
  readonly container?: string;
  readonly target: MetricTarget;
}

export interface MetricTarget {
  readonly type: 'Utilization' | 'AverageValue' | 'Value';
  /** Percent of the request, or thousandths. */
  readonly amount: number;
}

export interface Behavior {
  readonly scaleUp: ScalingRules;
  readonly scaleDown: ScalingRules;
}

export interface ScalingRules {
  /** Milliseconds; of scaleDown, the flag of the controller counts where nothing is said. */
  readonly stabilizationWindow?: number;
  readonly selectPolicy: 'Max' | 'Min' | 'Disabled';
  readonly policies: readonly ScalingPolicy[];
  readonly tolerance?: number;
}

export interface ScalingPolicy {
  readonly type: 'Pods' | 'Percent';
  readonly value: number;
  /** Milliseconds. */
  readonly period: number;
}

/**
 * Reads a HorizontalPodAutoscaler of any version, which must be one that the API server takes.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/v2/defaults.go
 */
export function specOf(autoscaler: Manifest): AutoscalerSpec {
  const { minReplicas, maxReplicas, behavior } = fields(autoscaler.spec);
  return {
    minReplicas: typeof minReplicas === 'number' ? minReplicas : 1,
    maxReplicas: Number(maxReplicas),
    metrics: metricsOf(autoscaler).map(metricIn),
    behavior: behavior == null ? undefined : behaviorIn(fields(behavior)),
  };
}

function metricIn({ type, name, container, averageUtilization, averageValue, value }: Metric): MetricSpec {
  const target: MetricTarget =
    averageValue !== undefined
      ? { type: 'AverageValue', amount: Number(inThousandths(averageValue)) }
      : averageUtilization !== undefined
        ? { type: 'Utilization', amount: averageUtilization }
        : { type: 'Value', amount: Number(milliOf(value)) };
  const metric = { type: type as MetricSpec['type'], name, target };
  return container === undefined ? metric : { ...metric, container };
}

/**
 * What an autoscaler with an empty `behavior` gets.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/v2/defaults.go
 */
export const DEFAULT_BEHAVIOR: Behavior = {
  scaleUp: {
    stabilizationWindow: 0,
    selectPolicy: 'Max',
    policies: [
      { type: 'Pods', value: 4, period: 15_000 },
      { type: 'Percent', value: 100, period: 15_000 },
    ],
  },
  scaleDown: { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, period: 15_000 }] },
};

export function behaviorIn({ scaleUp, scaleDown }: Fields): Behavior {
  return {
    scaleUp: rulesIn(fields(scaleUp), DEFAULT_BEHAVIOR.scaleUp),
    scaleDown: rulesIn(fields(scaleDown), DEFAULT_BEHAVIOR.scaleDown),
  };
}

/** What is said takes the place of the default, field by field; of policies, the whole list. */
function rulesIn(said: Fields, otherwise: ScalingRules): ScalingRules {
  const { stabilizationWindowSeconds: seconds, selectPolicy, policies, tolerance } = said;
  const quantity = quantityOf(tolerance);
  return {
    stabilizationWindow: typeof seconds === 'number' ? seconds * 1000 : otherwise.stabilizationWindow,
    selectPolicy: (selectPolicy as ScalingRules['selectPolicy'] | undefined) ?? otherwise.selectPolicy,
    policies: policies == null ? otherwise.policies : items(policies).map((policy) => policyIn(fields(policy))),
    tolerance: quantity === undefined ? undefined : Number(quantity) / 1e9,
  };
}

function policyIn({ type, value, periodSeconds }: Fields): ScalingPolicy {
  return { type: type as ScalingPolicy['type'], value: Number(value), period: Number(periodSeconds) * 1000 };
}
