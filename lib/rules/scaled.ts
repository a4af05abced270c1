import { type Amounts, amountsOf } from '../autoscaling/amounts';
import { isResourceMetric, type Metric, metricsOf } from '../autoscaling/metrics';
import { at, type Fields, fields, type Manifest } from '../manifest';
import { onceASet } from './once-a-set';
import { controls, targetKeyOf, verticalAutoscalersByTarget } from './vertical-autoscaler';

/** An autoscaler together with the workload that it scales. */
export interface Scaled {
  readonly autoscaler: Manifest;
  readonly target: Manifest;
  /** The spec of the pods of the target. */
  readonly pod: Fields;
  readonly metrics: readonly Metric[];
  /** Those that are read from the pods' own CPU and memory, but for what a VerticalPodAutoscaler asks for in their stead. */
  readonly resourceMetrics: readonly ResourceMetric[];
}

/** A metric of CPU or memory, and what the pods ask for of it and may use. */
export interface ResourceMetric {
  readonly metric: Metric;
  readonly amounts: Amounts;
}

/** The HorizontalPodAutoscalers and ScaledObjects of a set. */
export const autoscalersIn = onceASet((set): readonly Manifest[] => [
  ...set.ofKind('HorizontalPodAutoscaler'),
  ...set.ofKind('ScaledObject'),
]);

/** Each metric of an autoscaler. */
export const metricsIn = onceASet((set) =>
  autoscalersIn(set).flatMap((autoscaler) => metricsOf(autoscaler).map((metric) => ({ autoscaler, metric }))),
);

/** The autoscalers of a set whose targets are known and have pods, in the set or around it. */
export const scaledIn = onceASet((set): readonly Scaled[] => {
  const { kubernetes } = set.settings;
  const vertical = verticalAutoscalersByTarget(set);
  return autoscalersIn(set).flatMap((autoscaler) => {
    const target = set.targetOf(autoscaler);
    const pod = fields(at(target, 'spec', 'template', 'spec'));
    if (target === undefined || pod.containers === undefined) return [];
    const metrics = metricsOf(autoscaler);
    const other = vertical.size === 0 ? undefined : vertical.get(targetKeyOf(autoscaler));
    const resourceMetrics = metrics
      .filter((metric) => isResourceMetric(metric) && !(other && controls(other, metric.name)))
      .map((metric) => ({ metric, amounts: amountsOf(pod, metric.name, kubernetes, metric.container) }));
    return [{ autoscaler, target, pod, metrics, resourceMetrics }];
  });
});
