import { at, type Fields, fields, isKind, itemsAt, type Located, type Manifest } from '../manifest';
import { quantityOf } from '../quantity';

/** A metric of an autoscaler, as the controller reads it. */
export interface Metric {
  /** `Resource`, `ContainerResource`, `Pods`, `Object` or `External`. */
  readonly type: string;
  /** The resource, or what the metric is called; of a trigger of KEDA, its type. */
  readonly name: string;
  /** The one container that is looked at; all of them where nothing is said. */
  readonly container?: string;
  /** Where the number to aim at stands, and what stands there. */
  readonly path: string;
  readonly value: unknown;
  /** Aims at a percentage of the request... */
  readonly averageUtilization?: number;
  /** ...or at an amount, in billionths. */
  readonly averageValue?: bigint;
}

/** What an autoscaler aims at where it says nothing. */
const DEFAULT_UTILIZATION = 80;

/** The metrics that autoscaling/v1 can't say; kubectl of old wrote them. */
const METRICS_ANNOTATION = 'autoscaling.alpha.kubernetes.io/metrics';

/** The metrics of a HorizontalPodAutoscaler of any version, or of a ScaledObject. */
export function metricsOf(autoscaler: Manifest): readonly Metric[] {
  if (isKind(autoscaler, 'ScaledObject')) return itemsAt(autoscaler, 'spec', 'triggers').map(metricOfTrigger);
  const isFirstVersion = autoscaler.apiVersion === 'autoscaling/v1';
  const said = isFirstVersion
    ? firstVersionMetrics(autoscaler)
    : itemsAt(autoscaler, 'spec', 'metrics').flatMap(metricOfSpec);
  if (said !== undefined && said.length > 0) return said;
  if (said === undefined || hasEntries(at(autoscaler, 'spec', 'metrics'))) return [];
  const path = isFirstVersion ? 'spec.targetCPUUtilizationPercentage' : 'spec.metrics';
  return [cpuUtilization({ path, value: undefined }, DEFAULT_UTILIZATION)];
}

/** Whether a metric is read from the pods' own CPU and memory. */
export function isResourceMetric({ type }: Metric): boolean {
  return type === 'Resource' || type === 'ContainerResource';
}

/** Whether a resource metric says what to aim at. */
export function hasTarget({ averageUtilization, averageValue }: Metric): boolean {
  return averageUtilization !== undefined || averageValue !== undefined;
}

/** Nothing where an annotation says more than the fields do. */
function firstVersionMetrics(autoscaler: Manifest): Metric[] | undefined {
  const path = 'spec.targetCPUUtilizationPercentage';
  const value = at(autoscaler, 'spec', 'targetCPUUtilizationPercentage');
  if (typeof value === 'number') return [cpuUtilization({ path, value }, value)];
  return at(autoscaler, 'metadata', 'annotations', METRICS_ANNOTATION) === undefined ? [] : undefined;
}

function cpuUtilization(where: Located, averageUtilization: number): Metric {
  return { type: 'Resource', name: 'cpu', ...where, averageUtilization };
}

function hasEntries(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** Nothing where the source that the type asks for is not there: the API server refuses that. */
function metricOfSpec({ path, value: spec }: Located): Metric[] {
  const { type } = fields(spec);
  if (typeof type !== 'string') return [];
  const sourceName = type.charAt(0).toLowerCase() + type.slice(1);
  const source = fields(fields(spec)[sourceName]);
  const name = source.name ?? at(source, 'metric', 'name');
  if (typeof name !== 'string') return [];
  const { container } = source;
  const place = { path: `${path}.${sourceName}.target`, value: source.target };
  const metric = { type, name, ...targetOf(place) };
  return [type === 'ContainerResource' ? { ...metric, container: String(container) } : metric];
}

/** An amount counts before a percentage, whatever `type` says. */
function targetOf({
  path,
  value: target,
}: Located): Pick<Metric, 'path' | 'value' | 'averageUtilization' | 'averageValue'> {
  const { averageValue, averageUtilization, value } = fields(target);
  if (averageValue != null) {
    return { path: `${path}.averageValue`, value: averageValue, averageValue: quantityOf(averageValue) };
  }
  if (typeof averageUtilization === 'number') {
    return { path: `${path}.averageUtilization`, value: averageUtilization, averageUtilization };
  }
  return value == null ? { path, value: target } : { path: `${path}.value`, value };
}

/** KEDA gives CPU and memory to the HorizontalPodAutoscaler as they are; all else it reads itself. */
function metricOfTrigger({ path, value: trigger }: Located): Metric {
  const { type, metricType, metadata } = fields(trigger);
  const { value, containerName, type: oldMetricType }: Fields = fields(metadata);
  const where = { path: `${path}.metadata.value`, value };
  if (type !== 'cpu' && type !== 'memory') return { type: 'External', name: String(type), ...where };
  const metric = {
    name: type,
    ...where,
    ...((metricType ?? oldMetricType) === 'AverageValue'
      ? { averageValue: quantityOf(value) }
      : { averageUtilization: wholeNumber(value) }),
  };
  if (typeof containerName !== 'string' || containerName === '') return { type: 'Resource', ...metric };
  return { type: 'ContainerResource', container: containerName, ...metric };
}

function wholeNumber(text: unknown): number | undefined {
  return /^[1-9]\d*$/.test(String(text)) ? Number(text) : undefined;
}
