import { at, type Fields, fields, items, type Manifest } from '../../manifest';
import { milliOf, quantityOf } from '../../quantity';

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

/** What an autoscaler aims at where it has no metrics: percent of the CPU request. */
const DEFAULT_UTILIZATION = 80;

/**
 * Reads a HorizontalPodAutoscaler of any version, which must be one that the API server takes.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/v2/defaults.go
 */
export function specOf(autoscaler: Manifest): AutoscalerSpec {
  const { minReplicas, maxReplicas, behavior } = fields(autoscaler.spec);
  const metrics = metricsIn(autoscaler);
  return {
    minReplicas: typeof minReplicas === 'number' ? minReplicas : 1,
    maxReplicas: Number(maxReplicas),
    metrics: metrics.length > 0 ? metrics : [cpuUtilization(DEFAULT_UTILIZATION)],
    behavior: behavior == null ? undefined : behaviorIn(fields(behavior)),
  };
}

function metricsIn(autoscaler: Manifest): MetricSpec[] {
  const percent = at(autoscaler, 'spec', 'targetCPUUtilizationPercentage');
  if (typeof percent === 'number') return [cpuUtilization(percent)];
  return items(at(autoscaler, 'spec', 'metrics')).map((metric) => metricIn(fields(metric)));
}

function cpuUtilization(amount: number): MetricSpec {
  return { type: 'Resource', name: 'cpu', target: { type: 'Utilization', amount } };
}

function metricIn(metric: Fields): MetricSpec {
  const type = metric.type as MetricSpec['type'];
  const source = fields(metric[type.charAt(0).toLowerCase() + type.slice(1)]);
  const name = String(source.name ?? at(source, 'metric', 'name'));
  const target = targetIn(fields(source.target), type);
  return type === 'ContainerResource'
    ? { type, name, container: String(source.container), target }
    : { type, name, target };
}

/** An Object metric goes by the type that it says; all others look at the average first. */
function targetIn({ type, averageUtilization, averageValue, value }: Fields, of: MetricSpec['type']): MetricTarget {
  const isAverage = of === 'Object' ? type === 'AverageValue' : averageValue != null;
  if (isAverage) return { type: 'AverageValue', amount: Number(milliOf(averageValue)) };
  if (averageUtilization != null) return { type: 'Utilization', amount: Number(averageUtilization) };
  return { type: 'Value', amount: Number(milliOf(value)) };
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

function behaviorIn({ scaleUp, scaleDown }: Fields): Behavior {
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
