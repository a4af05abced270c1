import { at, type Fields, fields, type Located, type Manifest } from '../manifest';
import { CONTAINER_RESOURCE, DNS_LABEL, type NameFormat, PATH_SEGMENT } from '../names';
import { quantityOf } from '../quantity';
import { integerFault } from './integer';
import { objectReferenceFaults } from './object-reference';
import { type Fault, fault } from './rule';

/** The field that each type of metric has its source in. */
const SOURCE_OF_TYPE: Readonly<Record<string, string>> = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
};

const TARGET_TYPES = ['Utilization', 'Value', 'AverageValue'];

/** What is wrong with one metric of an autoscaler: validateMetricSpec. */
export function* metricFaults(manifest: Manifest, { path, value: metric }: Located, minor: number): Iterable<Fault> {
  const { type } = fields(metric);
  const wanted = Object.hasOwn(SOURCE_OF_TYPE, String(type)) ? SOURCE_OF_TYPE[String(type)] : undefined;
  if (wanted === undefined) {
    const where = { path: `${path}.type`, value: type };
    yield fault(manifest, where, `must be one of ${Object.keys(SOURCE_OF_TYPE).join(', ')}`, 'write Resource for CPU');
    return;
  }
  for (const field of Object.values(SOURCE_OF_TYPE)) {
    const source = { path: `${path}.${field}`, value: fields(metric)[field] ?? undefined };
    if (field === wanted) {
      if (source.value === undefined) yield fault(manifest, source, `must be set, since the type is ${type}`, 'add it');
      else yield* sourceFaults(manifest, source, field, minor);
    } else if (source.value !== undefined) {
      const must = `must not be set, since the type is ${type}`;
      yield fault(manifest, source, must, 'write another item of metrics for it');
    }
  }
}

function* sourceFaults(manifest: Manifest, source: Located, field: string, minor: number): Iterable<Fault> {
  const { name, container, describedObject } = fields(source.value);
  const target = { path: `${source.path}.target`, value: fields(source.value).target };
  yield* targetFaults(manifest, target);
  switch (field) {
    case 'resource':
      yield* nameFaults(manifest, { path: `${source.path}.name`, value: name }, ANY_NAME);
      yield* oneOfFaults(manifest, target, ['averageUtilization', 'averageValue']);
      break;
    case 'containerResource':
      yield* nameFaults(manifest, { path: `${source.path}.name`, value: name }, CONTAINER_RESOURCE);
      yield* nameFaults(manifest, { path: `${source.path}.container`, value: container }, DNS_LABEL);
      yield* oneOfFaults(manifest, target, ['averageUtilization', 'averageValue']);
      break;
    case 'pods':
      yield* metricNameFaults(manifest, source);
      yield* oneOfFaults(manifest, target, ['averageValue']);
      break;
    case 'object':
      yield* metricNameFaults(manifest, source);
      yield* objectReferenceFaults(
        manifest,
        { path: `${source.path}.describedObject`, value: describedObject },
        minor,
        'any group',
      );
      yield* someOfFaults(manifest, target, ['value', 'averageValue']);
      break;
    case 'external':
      yield* metricNameFaults(manifest, source);
      yield* oneOfFaults(manifest, target, ['value', 'averageValue']);
  }
}

/** The API server does not know what an ordinary resource may be called. */
const ANY_NAME: NameFormat = { description: 'the name of a resource', matches: (text) => text !== '' };

function* nameFaults(manifest: Manifest, name: Located, format: NameFormat): Iterable<Fault> {
  if (format.matches(String(name.value ?? ''))) return;
  yield fault(manifest, name, `must be ${format.description}`, 'write the name as the pods or their metrics have it');
}

function* metricNameFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  yield* nameFaults(
    manifest,
    { path: `${source.path}.metric.name`, value: at(source.value, 'metric', 'name') },
    PATH_SEGMENT,
  );
}

function* targetFaults(manifest: Manifest, { path, value }: Located): Iterable<Fault> {
  const target = fields(value);
  if (!TARGET_TYPES.includes(String(target.type))) {
    const where = { path: `${path}.type`, value: target.type };
    yield fault(manifest, where, `must be one of ${TARGET_TYPES.join(', ')}`, 'write Utilization for a percentage');
  }
  const utilization = { path: `${path}.averageUtilization`, value: target.averageUtilization ?? undefined };
  const must = integerFault(utilization, 1);
  if (must !== undefined) yield fault(manifest, utilization, must, PERCENT);

  for (const field of setFields(target, ['value', 'averageValue'])) {
    const quantity = quantityOf(target[field]);
    if (quantity !== undefined && quantity > 0n) continue;
    const where = { path: `${path}.${field}`, value: target[field] };
    const fix = "write a number, with a suffix if wanted ('10', '500m', '2Gi')";
    yield fault(manifest, where, 'must be a Kubernetes quantity greater than 0', fix);
  }
}

export const PERCENT = 'write the percentage of the request that a pod may use on average, such as 40';

function* oneOfFaults(manifest: Manifest, target: Located, wanted: readonly string[]): Iterable<Fault> {
  yield* someOfFaults(manifest, target, wanted);
  const [first, second] = setFields(fields(target.value), wanted);
  if (second === undefined) return;
  const where = { path: `${target.path}.${second}`, value: fields(target.value)[second] };
  yield fault(manifest, where, `must not be set beside ${first}`, 'keep the one that you mean');
}

function* someOfFaults(manifest: Manifest, target: Located, wanted: readonly string[]): Iterable<Fault> {
  if (setFields(fields(target.value), wanted).length > 0) return;
  yield fault(manifest, target, `must say what to aim at: ${wanted.join(' or ')}`, 'set the target value');
}

function setFields(target: Fields, names: readonly string[]): string[] {
  return names.filter((name) => target[name] !== undefined && target[name] !== null);
}
