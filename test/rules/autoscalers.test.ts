import { autoscalerAnnotation } from '../../lib/rules/autoscaler-annotation';
import { replicaRange } from '../../lib/rules/replica-range';
import { scaleTarget } from '../../lib/rules/scale-target';
import { scalingBehavior } from '../../lib/rules/scaling-behavior';
import { scalingMetric } from '../../lib/rules/scaling-metric';
import { setOf } from '../manifests';
import { autoscaler, told } from './told';

const EXTERNAL = { type: 'External', external: { metric: { name: 'jobs' }, target: { type: 'Value', value: '5' } } };

describe('replicas', () => {
  test.each([
    [{}, 37, []],
    [{ minReplicas: 5 }, 37, []],
    [{ minReplicas: 6 }, 37, ['spec.maxReplicas']],
    [{ minReplicas: null }, 37, []],
    [{ minReplicas: 0 }, 37, ['spec.minReplicas']],
    [{ minReplicas: 0, metrics: [EXTERNAL] }, 37, []],
    [{ minReplicas: 0, metrics: [EXTERNAL] }, 36, ['spec.minReplicas']],
    [{ minReplicas: -1, metrics: [EXTERNAL] }, 37, ['spec.minReplicas']],
    [{ maxReplicas: 0 }, 37, ['spec.maxReplicas']],
    [{ maxReplicas: null }, 37, ['spec.maxReplicas']],
  ])('%j in 1.%i', (spec, minor, paths) => {
    expect(told(replicaRange, autoscaler(spec), minor)).toEqual(paths);
  });

  test('autoscaling/v1 scales to 0 on a metric of its annotation', () => {
    const metrics = [{ type: 'External', external: { metricName: 'jobs', targetValue: '5' } }];
    expect(told(replicaRange, v1({ metrics }, { minReplicas: 0 }), 37)).toEqual([]);
    expect(told(replicaRange, v1({}, { minReplicas: 0 }), 37)).toEqual(['spec.minReplicas']);
  });
});

describe('what is scaled', () => {
  test.each([
    [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'model' }, 37, []],
    [{ apiVersion: 'v1', kind: 'ReplicationController', name: 'model' }, 37, []],
    [{ apiVersion: 'v1', kind: 'Deployment', name: 'model' }, 37, ['spec.scaleTargetRef.apiVersion']],
    [{ apiVersion: 'v1', kind: 'Deployment', name: 'model' }, 33, []],
    [{ kind: 'Deployment', name: 'model' }, 34, ['spec.scaleTargetRef.apiVersion']],
    [{ apiVersion: 'a/b/c', kind: 'ReplicationController', name: 'model' }, 37, ['spec.scaleTargetRef.apiVersion']],
    [{ apiVersion: 'apps/v1', kind: '', name: 'a/b' }, 37, ['spec.scaleTargetRef.kind', 'spec.scaleTargetRef.name']],
    [null, 27, ['spec.scaleTargetRef.kind', 'spec.scaleTargetRef.name']],
  ])('%j in 1.%i', (scaleTargetRef, minor, paths) => {
    expect(told(scaleTarget, autoscaler({ scaleTargetRef }), minor)).toEqual(paths);
  });
});

describe('a metric', () => {
  const path = 'spec.metrics[0]';
  const metric = (type: string, field: string, source: object) => ({ type, [field]: source });
  const resource = (target: object) => metric('Resource', 'resource', { name: 'cpu', target });
  const pods = (target: object, name: unknown = 'queue') => metric('Pods', 'pods', { metric: { name }, target });
  const external = (target: object) => metric('External', 'external', { metric: { name: 'jobs' }, target });
  const object = (target: object, describedObject: object = { kind: 'Ingress', name: 'main' }) =>
    metric('Object', 'object', { metric: { name: 'requests' }, describedObject, target });
  const container = (name: string, containerName = 'server') =>
    metric('ContainerResource', 'containerResource', {
      name,
      container: containerName,
      target: { type: 'Utilization', averageUtilization: 50 },
    });

  test.each([
    [resource({ type: 'Utilization', averageUtilization: 50 })],
    // The API server does not hold the type of the target against its value.
    [resource({ type: 'Value', averageValue: 1 })],
    [metric('Resource', 'resource', { name: 'any name', target: { type: 'Value', averageValue: 1 } })],
    [pods({ type: 'AverageValue', averageValue: '10', value: 3 })],
    [external({ type: 'Value', value: 0.5 })],
    [object({ type: 'Value', value: '2k', averageValue: '1' })],
    [container('memory')],
    [container('nvidia.com/gpu')],
    [container('hugepages-2Mi')],
  ])('%j is sound', (each) => {
    expect(told(scalingMetric, autoscaler({ metrics: [each, each] }))).toEqual([]);
  });

  test.each([
    [null, `${path}.type`],
    [{ type: 'Memory' }, `${path}.type`],
    [{ type: 'Pods' }, `${path}.pods`],
    [{ ...EXTERNAL, resource: {} }, `${path}.resource`],
    [resource({ type: 'Percent', averageUtilization: 50 }), `${path}.resource.target.type`],
    [resource({ type: 'Utilization' }), `${path}.resource.target`],
    [resource({ type: 'Value', value: 3 }), `${path}.resource.target`],
    [resource({ type: 'Utilization', averageUtilization: 0 }), `${path}.resource.target.averageUtilization`],
    [resource({ type: 'Utilization', averageUtilization: 5, averageValue: 1 }), `${path}.resource.target.averageValue`],
    [pods({ type: 'AverageValue', averageValue: '0' }), `${path}.pods.target.averageValue`],
    [pods({ type: 'AverageValue', averageValue: 'ten' }), `${path}.pods.target.averageValue`],
    [pods({ type: 'AverageValue', averageValue: 1 }, 'a/b'), `${path}.pods.metric.name`],
    [pods({ type: 'Value', value: 1 }), `${path}.pods.target`],
    [external({ type: 'Value', value: 1, averageValue: 1 }), `${path}.external.target.averageValue`],
    [object({ type: 'Value' }), `${path}.object.target`],
    [object({ type: 'Value', value: 1 }, { kind: 'Ingress' }), `${path}.object.describedObject.name`],
    [
      object({ type: 'Value', value: 1 }, { apiVersion: 'a/b/c', kind: 'A', name: 'b' }),
      `${path}.object.describedObject.apiVersion`,
    ],
    [container('pods'), `${path}.containerResource.name`],
    [container('requests.nvidia.com/gpu'), `${path}.containerResource.name`],
    [container('cpu', 'Server'), `${path}.containerResource.container`],
  ])('%j is not', (each, fault) => {
    expect(told(scalingMetric, autoscaler({ metrics: [each] }))).toEqual([fault]);
  });
});

describe('behavior', () => {
  const path = 'spec.behavior.scaleUp';
  const policies = [{ type: 'Pods', value: 1, periodSeconds: 1800 }];

  test.each([
    [{ stabilizationWindowSeconds: 3600, selectPolicy: 'Disabled', policies }, 37, []],
    [{ stabilizationWindowSeconds: null, selectPolicy: null, policies: null, tolerance: null }, 37, []],
    [{ stabilizationWindowSeconds: 3601 }, 37, [`${path}.stabilizationWindowSeconds`]],
    [{ selectPolicy: '' }, 37, [`${path}.selectPolicy`]],
    [{ policies: [] }, 37, [`${path}.policies`]],
    [{ policies: [null] }, 37, ['type', 'value', 'periodSeconds'].map((field) => `${path}.policies[0].${field}`)],
    [{ policies: [{ type: 'Percent', value: 1, periodSeconds: 1801 }] }, 37, [`${path}.policies[0].periodSeconds`]],
    [{ tolerance: '0.05' }, 37, []],
    [{ tolerance: '-0.05' }, 35, [`${path}.tolerance`]],
    // Dropped, once it is read.
    [{ tolerance: '-0.05' }, 34, []],
    [{ tolerance: '5%' }, 33, [`${path}.tolerance`]],
  ])('%j in 1.%i', (scaleUp, minor, paths) => {
    expect(told(scalingBehavior, autoscaler({ behavior: { scaleUp } }), minor)).toEqual(paths);
  });
});

/** An autoscaler of autoscaling/v1 with annotations. */
function v1(annotations: { metrics?: unknown; behavior?: unknown }, spec: object = {}) {
  const texts = Object.entries(annotations).map(([name, value]) => [
    `autoscaling.alpha.kubernetes.io/${name}`,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const base = autoscaler({ ...spec });
  return { ...base, apiVersion: 'autoscaling/v1', metadata: { name: 'model', annotations: Object.fromEntries(texts) } };
}

describe('annotations of autoscaling/v1', () => {
  const object = { target: { kind: 'Ingress', name: 'main' }, metricName: 'requests' };

  test.each([
    ['[]', 37, 0],
    ['what is no JSON is passed over', 37, 0],
    [[{ type: 'Pods', pods: { metricName: 'queue', targetAverageValue: '10' } }], 37, 0],
    [[{ type: 'Pods', pods: { metricName: 'queue' } }], 37, 1],
    [[{ TYPE: 'Pods', Pods: { MetricName: 'queue', targetaveragevalue: '0' } }], 37, 1],
    // A value of another type makes it unreadable as a whole.
    [[{ type: 'Pods', pods: { metricName: 7 } }], 37, 0],
    [[{ type: 'Resource', resource: { name: 'cpu', targetAverageUtilization: 50.5 } }], 37, 0],
    [[{ type: 'Resource', resource: { name: 'cpu', targetAverageUtilization: 0 } }], 37, 1],
    [[{ type: 'Object', object: { ...object, averageValue: '1' } }], 36, 0],
    [[{ type: 'Object', object: { ...object, averageValue: '1' } }], 35, 1],
    [[{ type: 'Object', object }], 37, 1],
    [[{ type: 'External', external: { metricName: 'jobs', targetValue: '1', targetAverageValue: '1' } }], 37, 1],
    [[{ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'A' } }], 37, 2],
    [[null], 37, 1],
  ])('metrics %j in 1.%i: %i faults', (metrics, minor, faults) => {
    const paths = Array(faults).fill('metadata.annotations[autoscaling.alpha.kubernetes.io/metrics]');
    expect(told(autoscalerAnnotation, v1({ metrics }), minor)).toEqual(paths);
  });

  test.each([
    [{}, 37, 0],
    [{ scaleUp: null }, 37, 0],
    [{ scaleUp: { policies: [{ type: 'Pods', value: 1, periodSeconds: 3 }] } }, 37, 0],
    // Nothing is filled in.
    [{ scaleUp: { selectPolicy: 'Max' } }, 37, 1],
    [{ scaleUp: { policies: [{ type: 'Pods', value: 0, periodSeconds: 3 }], tolerance: 'x' } }, 37, 0],
    [{ scaleUp: { policies: [{ type: 'Pods', value: 0, periodSeconds: 3 }], tolerance: 'x' } }, 32, 1],
  ])('behavior %j in 1.%i: %i faults', (behavior, minor, faults) => {
    const paths = Array(faults).fill('metadata.annotations[autoscaling.alpha.kubernetes.io/behavior]');
    expect(told(autoscalerAnnotation, v1({ behavior }), minor)).toEqual(paths);
  });

  test('tell which field', () => {
    const metrics = [{ type: 'Pods', pods: { metricName: 'queue', targetAverageValue: '0' } }];
    const { value: fault } = autoscalerAnnotation
      .check(setOf([v1({ metrics })]))
      [Symbol.iterator]()
      .next();
    expect(fault.message).toMatch('[0].pods.target.averageValue must be a Kubernetes quantity greater than 0');
  });

  test('count for nothing in autoscaling/v2', () => {
    const dropped = { ...v1({ metrics: [null], behavior: { scaleUp: {} } }), apiVersion: 'autoscaling/v2' };
    expect(told(autoscalerAnnotation, dropped)).toEqual([]);
  });
});
