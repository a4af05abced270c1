import { at, fields, isKind, itemsAt, type Manifest } from '../manifest';
import { DNS_LABEL } from '../names';
import { quantityOf } from '../quantity';
import { integerFault } from './integer';
import { type Fault, fault, type Rule } from './rule';

const SOURCE_OF_TYPE: Readonly<Record<string, string>> = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
};

export const scalingMetric: Rule = {
  id: 'scaling-metric',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  *check(manifests) {
    for (const manifest of manifests.filter((each) => isKind(each, 'HorizontalPodAutoscaler'))) {
      const v1Target = {
        path: 'spec.targetCPUUtilizationPercentage',
        value: at(manifest, 'spec', 'targetCPUUtilizationPercentage'),
      };
      const must = integerFault(v1Target, 1);
      if (must !== undefined) yield fault(manifest, v1Target, must, PERCENT);
      const metrics = { path: 'spec.metrics', value: at(manifest, 'spec', 'metrics') };
      if (Array.isArray(metrics.value) && metrics.value.length === 0) {
        yield fault(manifest, metrics, 'must hold at least one metric', 'leave metrics out for a CPU target of 40 %');
      }
      for (const { path, value } of itemsAt(manifest, 'spec', 'metrics')) yield* metricFaults(manifest, path, value);
    }
  },
};

const PERCENT = 'write the percentage of the request that a pod may use on average, such as 40';

function* metricFaults(manifest: Manifest, path: string, metric: unknown): Iterable<Fault> {
  const { type } = fields(metric);
  const sourceName = typeof type === 'string' && Object.hasOwn(SOURCE_OF_TYPE, type) ? SOURCE_OF_TYPE[type] : undefined;
  if (sourceName === undefined) {
    const types = Object.keys(SOURCE_OF_TYPE).join(', ');
    yield fault(manifest, { path: `${path}.type`, value: type }, `must be one of ${types}`, 'use a ScalingMetric');
    return;
  }
  const sourcePath = `${path}.${sourceName}`;
  const source = fields(fields(metric)[sourceName]);
  yield* nameFaults(manifest, sourcePath, sourceName, source);
  if (sourceName === 'containerResource' && !DNS_LABEL.matches(String(source.container))) {
    const where = { path: `${sourcePath}.container`, value: source.container };
    yield fault(manifest, where, `must be ${DNS_LABEL.description}`, 'write the name of a container of the pod');
  }
  yield* targetFaults(manifest, `${sourcePath}.target`, fields(source.target));
}

function* nameFaults(
  manifest: Manifest,
  path: string,
  sourceName: string,
  source: Readonly<Record<string, unknown>>,
): Iterable<Fault> {
  const names = {
    resource: ['name'],
    containerResource: ['name'],
    pods: ['metric.name'],
    object: ['metric.name', 'describedObject.kind', 'describedObject.name'],
    external: ['metric.name'],
  }[sourceName];
  for (const name of names ?? []) {
    const value = at(source, ...name.split('.'));
    if (typeof value === 'string' && isPathSegment(value)) continue;
    yield fault(
      manifest,
      { path: `${path}.${name}`, value },
      "must be a name, without '/' and '%'",
      'write the name as the metrics API has it',
    );
  }
}

function isPathSegment(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..' && !/[/%]/.test(text);
}

function* targetFaults(manifest: Manifest, path: string, target: Readonly<Record<string, unknown>>): Iterable<Fault> {
  const utilization = { path: `${path}.averageUtilization`, value: target.averageUtilization };
  const must = integerFault(utilization, 1);
  if (must !== undefined) yield fault(manifest, utilization, must, PERCENT);

  const quantities = ['value', 'averageValue'].filter((name) => target[name] !== undefined);
  for (const name of quantities) {
    const quantity = quantityOf(target[name]);
    if (quantity !== undefined && quantity > 0n) continue;
    yield fault(
      manifest,
      { path: `${path}.${name}`, value: target[name] },
      'must be a Kubernetes quantity greater than 0',
      "write a number, with a suffix if wanted ('10', '500m', '2Gi')",
    );
  }
  if (quantities.length === 0 && target.averageUtilization === undefined) {
    yield fault(manifest, { path, value: target }, 'must say what to aim at', 'set a target value');
  }
}
