import { at, fields, isKind, itemsAt, type Manifest } from '../manifest';
import { integerFault, isInteger } from './integer';
import { type Fault, fault, type Rule } from './rule';

export const replicaRange: Rule = {
  id: 'replica-range',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  *check(manifests) {
    for (const manifest of manifests) {
      if (isKind(manifest, 'HorizontalPodAutoscaler')) yield* autoscalerFaults(manifest);
      if (isKind(manifest, 'Deployment')) yield* deploymentFaults(manifest);
    }
  },
};

function* autoscalerFaults(manifest: Manifest): Iterable<Fault> {
  const { minReplicas, maxReplicas } = fields(manifest.spec);
  const lowest = hasMetricWithoutPods(manifest) ? 0 : 1;
  const min = { path: 'spec.minReplicas', value: minReplicas };
  const max = { path: 'spec.maxReplicas', value: maxReplicas };

  if (minReplicas !== undefined && !isInteger(minReplicas, lowest)) {
    yield fault(
      manifest,
      min,
      `must be a whole number of at least ${lowest}`,
      minReplicas === 0
        ? 'set minReplicas to 1, or scale on an object or external metric'
        : 'set minReplicas to 1 or more',
    );
  }
  if (!isInteger(maxReplicas, 1)) {
    const must = integerFault({ path: max.path, value: maxReplicas ?? null }, 1) ?? '';
    yield fault(manifest, max, must, 'set maxReplicas to the most pods that you want');
  } else if (isInteger(minReplicas, 0) && maxReplicas < minReplicas) {
    yield fault(
      manifest,
      max,
      `must be at least minReplicas (${minReplicas})`,
      'raise maxReplicas or lower minReplicas',
    );
  }
}

function* deploymentFaults(manifest: Manifest): Iterable<Fault> {
  const replicas = at(manifest, 'spec', 'replicas');
  if (replicas === undefined || isInteger(replicas, 0)) return;
  yield fault(
    manifest,
    { path: 'spec.replicas', value: replicas },
    'must be a whole number of at least 0',
    'leave initialReplicas out, or set it to the number of pods that each apply is to begin with',
  );
}

/** Such a metric has a value while no pod runs, so the autoscaler may go down to 0 (Kubernetes 1.37; a gate before). */
function hasMetricWithoutPods(manifest: Manifest): boolean {
  return itemsAt(manifest, 'spec', 'metrics').some(({ value }) =>
    ['Object', 'External'].includes(fields(value).type as string),
  );
}
