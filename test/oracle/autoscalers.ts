import type { Manifest } from '../../lib/manifest';
import type { Random } from '../fixtures/random';

/** A HorizontalPodAutoscaler that the API server takes, of any kind that there is. */
export function anyAutoscaler(random: Random, kubernetes: number): Manifest {
  const isFirstVersion = random.below(8) === 0;
  return isFirstVersion ? firstVersion(random) : secondVersion(random, kubernetes);
}

/** The same, but for something that its owner has changed. */
export function changed(autoscaler: Manifest, random: Random, kubernetes: number): Manifest {
  const spec = autoscaler.spec as Record<string, unknown>;
  const other = { ...(anyAutoscaler(random, kubernetes).spec as Record<string, unknown>) };
  const isFirstVersion = autoscaler.apiVersion === 'autoscaling/v1';
  switch (random.below(isFirstVersion ? 1 : 3)) {
    case 0: {
      const { minReplicas, maxReplicas } = bounds(random);
      const metrics = (spec.metrics ?? []) as { type: string }[];
      const mayRest = kubernetes >= 37 && metrics.some(isFromOutside) && random.below(2) === 0;
      return { ...autoscaler, spec: { ...spec, minReplicas: mayRest ? 0 : minReplicas, maxReplicas } };
    }
    case 1: {
      const behavior = anyBehavior(random, kubernetes);
      const { behavior: _, ...rest } = spec;
      return { ...autoscaler, spec: behavior === undefined ? rest : { ...rest, behavior } };
    }
    default: {
      const metrics = other.metrics as { type: string }[] | undefined;
      if (metrics === undefined) return autoscaler;
      // Zero pods need a metric that is there without them.
      const minReplicas = spec.minReplicas === 0 && !metrics.some(isFromOutside) ? 1 : spec.minReplicas;
      return { ...autoscaler, spec: { ...spec, minReplicas, metrics } };
    }
  }
}

const HEAD = { kind: 'HorizontalPodAutoscaler', metadata: { name: 'model', namespace: 'default' } };
const TARGET = { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'model' } };

function bounds(random: Random): { minReplicas?: number; maxReplicas: number } {
  const minReplicas = random.pick([undefined, 1, 1, 2, 3, 5]);
  const maxReplicas = (minReplicas ?? 1) + random.pick([0, 1, 4, 9, 20, 60]);
  return minReplicas === undefined ? { maxReplicas } : { minReplicas, maxReplicas };
}

function firstVersion(random: Random): Manifest {
  const percent = random.pick([undefined, 40, 50, 80, 110]);
  const target = percent === undefined ? {} : { targetCPUUtilizationPercentage: percent };
  return { apiVersion: 'autoscaling/v1', ...HEAD, spec: { ...TARGET, ...bounds(random), ...target } };
}

function secondVersion(random: Random, kubernetes: number): Manifest {
  const metrics = anyMetrics(random);
  const behavior = anyBehavior(random, kubernetes);
  const spec = {
    ...TARGET,
    ...bounds(random),
    ...(metrics.length === 0 ? {} : { metrics }),
    ...(behavior === undefined ? {} : { behavior }),
  };
  // On by default since 1.37.
  const mayRest = kubernetes >= 37 && metrics.some(isFromOutside) && random.below(3) === 0;
  return { apiVersion: 'autoscaling/v2', ...HEAD, spec: mayRest ? { ...spec, minReplicas: 0 } : spec };
}

function isFromOutside({ type }: { type: string }): boolean {
  return type === 'Object' || type === 'External';
}

/** Of different names, so that what is read of one is not read of another. */
function anyMetrics(random: Random): { type: string }[] {
  const count = random.pick([0, 1, 1, 1, 2, 3]);
  return Array.from({ length: count }, (_, index) => anyMetric(random, `m${index}`, index));
}

function anyMetric(random: Random, name: string, index: number): { type: string } {
  const average = { type: 'AverageValue', averageValue: random.pick(['100m', '1', '10', '250', '1500m']) };
  const total = { type: 'Value', value: random.pick(['500m', '30', '1k']) };
  // CPU, memory, and no resource twice.
  const resource = index === 0 ? 'cpu' : 'memory';
  const utilization = { type: 'Utilization', averageUtilization: random.pick([10, 40, 50, 70, 80, 100, 150]) };
  const ofResource =
    random.below(3) === 0 ? { type: 'AverageValue', averageValue: random.pick(['200m', '1', '3']) } : utilization;
  const isThird = index > 1;
  switch (random.below(isThird ? 3 : 8)) {
    case 0:
      return { type: 'Pods', pods: { metric: { name }, target: average } } as { type: string };
    case 1: {
      const describedObject = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'front' };
      return {
        type: 'Object',
        object: { metric: { name }, describedObject, target: random.pick([average, total]) },
      } as {
        type: string;
      };
    }
    case 2:
      return { type: 'External', external: { metric: { name }, target: random.pick([average, total]) } } as {
        type: string;
      };
    case 3: {
      const containerResource = { name: resource, container: 'app', target: ofResource };
      return { type: 'ContainerResource', containerResource } as { type: string };
    }
    default:
      return { type: 'Resource', resource: { name: resource, target: ofResource } } as { type: string };
  }
}

function anyBehavior(random: Random, kubernetes: number): Record<string, unknown> | undefined {
  if (random.below(5) < 2) return undefined;
  if (random.below(6) === 0) return {};
  const up = random.below(3) > 0 ? { scaleUp: anyRules(random, kubernetes) } : {};
  const down = random.below(3) > 0 ? { scaleDown: anyRules(random, kubernetes) } : {};
  return { ...up, ...down };
}

function anyRules(random: Random, kubernetes: number): Record<string, unknown> {
  const policies = Array.from({ length: 1 + random.below(3) }, () => ({
    type: random.pick(['Pods', 'Percent']),
    value: random.pick([1, 2, 4, 10, 30, 50, 80, 100, 200, 900]),
    periodSeconds: random.pick([1, 15, 30, 45, 60, 120, 600, 1800]),
  }));
  return {
    ...(random.below(2) === 0 ? { stabilizationWindowSeconds: random.pick([0, 15, 30, 60, 120, 300, 600, 3600]) } : {}),
    ...(random.below(2) === 0 ? { selectPolicy: random.pick(['Max', 'Max', 'Min', 'Min', 'Disabled']) } : {}),
    ...(random.below(3) > 0 ? { policies } : {}),
    // What is said under 1.35 is dropped.
    ...(kubernetes >= 35 && random.below(4) === 0 ? { tolerance: random.pick(['0', '50m', '0.2', '1']) } : {}),
  };
}
