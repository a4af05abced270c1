import { at, fields, items, type Manifest } from '../manifest';
import { quantityOf } from '../quantity';

/** Where autoscaling/v1 keeps what it has no fields for, as JSON. */
export const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
export const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';

/** The metrics that an autoscaler of autoscaling/v1 has in its annotation, as autoscaling/v2 says them. */
export function metricsInAnnotation(autoscaler: Manifest, minor: number): readonly unknown[] | undefined {
  const metrics = decoded(autoscaler, METRICS, METRICS_SHAPE);
  return metrics === undefined ? undefined : items(metrics).map((metric) => asV2(fields(metric), minor));
}

/** The scaling rules that an autoscaler of autoscaling/v1 has in its annotation, by direction. */
export function behaviorInAnnotation(autoscaler: Manifest, minor: number): unknown {
  const rules = minor >= HAS_TOLERANCE ? { ...RULES, tolerance: 'quantity' as const } : RULES;
  return decoded(autoscaler, BEHAVIOR, { scaleUp: rules, scaleDown: rules });
}

/** The first version that looks at a tolerance at all. */
const HAS_TOLERANCE = 33;

function asV2(metric: Readonly<Record<string, unknown>>, minor: number): unknown {
  const { type, object, pods, resource, containerResource, external } = metric;
  return {
    type,
    object: object && {
      describedObject: at(object, 'target'),
      metric: { name: at(object, 'metricName') },
      target: { type: 'Value', ...objectTarget(object, minor) },
    },
    pods: pods && {
      metric: { name: at(pods, 'metricName') },
      target: { type: 'AverageValue', averageValue: at(pods, 'targetAverageValue') ?? '0' },
    },
    resource: resource && { name: at(resource, 'name'), target: resourceTarget(resource) },
    containerResource: containerResource && {
      name: at(containerResource, 'name'),
      container: at(containerResource, 'container'),
      target: resourceTarget(containerResource),
    },
    external: external && {
      metric: { name: at(external, 'metricName') },
      target: {
        type: 'Value',
        value: at(external, 'targetValue'),
        averageValue: at(external, 'targetAverageValue'),
      },
    },
  };
}

/** A target value that is not said counts as 0; since Kubernetes 1.36, only where no average stands beside it. */
function objectTarget(object: unknown, minor: number): object {
  const value = at(object, 'targetValue') ?? '0';
  const averageValue = at(object, 'averageValue');
  const isUnsaid = minor >= 36 && averageValue && quantityOf(value) === 0n;
  return { value: isUnsaid ? undefined : value, averageValue };
}

function resourceTarget(source: unknown): object {
  return {
    type: 'Utilization',
    averageUtilization: at(source, 'targetAverageUtilization'),
    averageValue: at(source, 'targetAverageValue'),
  };
}

/** What is read from JSON: a word, a list of one shape, or the fields that count. */
type Shape = 'text' | 'integer' | 'quantity' | 'any' | readonly [Shape] | { readonly [field: string]: Shape };

const RESOURCE = { name: 'text', targetAverageUtilization: 'integer', targetAverageValue: 'quantity' } as const;

const METRICS_SHAPE: Shape = [
  {
    type: 'text',
    object: {
      target: { kind: 'text', name: 'text', apiVersion: 'text' },
      metricName: 'text',
      targetValue: 'quantity',
      averageValue: 'quantity',
      selector: 'any',
    },
    pods: { metricName: 'text', targetAverageValue: 'quantity', selector: 'any' },
    resource: RESOURCE,
    containerResource: { ...RESOURCE, container: 'text' },
    external: {
      metricName: 'text',
      metricSelector: 'any',
      targetValue: 'quantity',
      targetAverageValue: 'quantity',
    },
  },
];

const RULES = {
  stabilizationWindowSeconds: 'integer',
  selectPolicy: 'text',
  policies: [{ type: 'text', value: 'integer', periodSeconds: 'integer' }],
} as const;

/** What an annotation says; nothing where the API server can't read it, since it then passes over it. */
function decoded(manifest: Manifest, annotation: string, shape: Shape): unknown {
  const text = fields(at(manifest, 'metadata', 'annotations'))[annotation];
  if (typeof text !== 'string' || manifest.apiVersion !== 'autoscaling/v1') return undefined;
  try {
    return decode(JSON.parse(text), shape);
  } catch {
    return undefined;
  }
}

/** As encoding/json does: names in any case, other fields passed over. Throws where a value is of another type. */
function decode(value: unknown, shape: Shape): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof shape === 'string') return decodeWord(value, shape);
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) throw new TypeError('not a list');
    return value.map((item) => decode(item, shape[0]) ?? {});
  }
  if (typeof value !== 'object' || Array.isArray(value)) throw new TypeError('not an object');
  const known = new Map(Object.entries(shape).map(([name, inner]) => [name.toLowerCase(), { name, inner }]));
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const field = known.get(key.toLowerCase());
    if (field !== undefined) result[field.name] = decode(item, field.inner) ?? result[field.name];
  }
  return result;
}

function decodeWord(value: unknown, word: string): unknown {
  const isRead =
    word === 'any' ||
    (word === 'text' && typeof value === 'string') ||
    (word === 'integer' && Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31) ||
    (word === 'quantity' && quantityOf(value) !== undefined);
  if (!isRead) throw new TypeError(`not a value of type ${word}`);
  return value;
}
