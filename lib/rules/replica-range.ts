import { at, fields, items, type Manifest } from '../manifest';
import { metricsInAnnotation } from './autoscaler-annotations';
import { integerFault, isInteger } from './integer';
import { type Fault, fault, type Rule } from './rule';
import { workloadsOf } from './workloads';

export const replicaRange: Rule = {
  id: 'replica-range',
  severity: 'error',
  summary: 'The numbers of replicas are whole, and the most is at least the fewest.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  *check(set) {
    for (const manifest of set.ofKind('HorizontalPodAutoscaler')) {
      yield* autoscalerFaults(manifest, set.settings.kubernetes);
    }
    for (const manifest of workloadsOf(set, 'Deployment', 'ReplicaSet', 'StatefulSet')) {
      const where = { path: 'spec.replicas', value: at(manifest, 'spec', 'replicas') ?? undefined };
      const must = integerFault(where, 0);
      const fix = 'leave it out (initialReplicas), or set it to the number of pods that each apply is to begin with';
      if (must !== undefined) yield fault(manifest, where, must, fix);
    }
  },
};

function* autoscalerFaults(manifest: Manifest, minor: number): Iterable<Fault> {
  const { minReplicas, maxReplicas } = fields(manifest.spec);
  const lowest = minor >= SCALES_TO_ZERO && hasMetricWithoutPods(manifest, minor) ? 0 : 1;
  const min = { path: 'spec.minReplicas', value: minReplicas ?? undefined };
  const max = { path: 'spec.maxReplicas', value: maxReplicas ?? null };

  const minFault = integerFault(min, lowest);
  if (minFault !== undefined) yield fault(manifest, min, minFault, wayOut(min.value, minor));
  const maxFault = integerFault(max, 1);
  if (maxFault !== undefined) {
    yield fault(manifest, max, maxFault, 'set maxReplicas to the most pods that you want');
  } else if (isInteger(minReplicas, 0) && isInteger(maxReplicas, 1) && maxReplicas < minReplicas) {
    const must = `must be at least minReplicas (${minReplicas})`;
    yield fault(manifest, max, must, 'raise maxReplicas or lower minReplicas');
  }
}

/** The first version that scales to no pod unless a gate (HPAScaleToZero) is closed. Before, it was closed by itself. */
const SCALES_TO_ZERO = 37;

/** The metrics as autoscaling/v2 has them: autoscaling/v1 keeps all but CPU in an annotation. */
function metricSpecsOf(autoscaler: Manifest, minor: number): readonly unknown[] {
  if (autoscaler.apiVersion === 'autoscaling/v1') return metricsInAnnotation(autoscaler, minor) ?? [];
  return items(at(autoscaler, 'spec', 'metrics'));
}

/** Such a metric has a value while no pod runs. */
function hasMetricWithoutPods(manifest: Manifest, minor: number): boolean {
  return metricSpecsOf(manifest, minor).some((metric) => ['Object', 'External'].includes(String(fields(metric).type)));
}

function wayOut(minReplicas: unknown, minor: number): string {
  if (minReplicas !== 0) return 'set minReplicas to 1 or more';
  return minor >= SCALES_TO_ZERO
    ? 'set minReplicas to 1, or scale on an object or external metric'
    : `set minReplicas to 1: Kubernetes scales to 0 since 1.${SCALES_TO_ZERO}`;
}
