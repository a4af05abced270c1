import { replicaRangeOf } from '../autoscaling/autoscaler';
import { isResourceMetric, metricsOf } from '../autoscaling/metrics';
import { at, type Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { fault, objectOf, type Rule } from './rule';
import { autoscalersIn } from './scaled';

export const scaleToZero: Rule = {
  id: 'scale-to-zero',
  severity: 'advice',
  summary: 'What clients reach through a Service keeps a pod: with none, requests fail until a model has loaded.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  *check(set) {
    const autoscalers = autoscalersIn(set).filter(mayGoToZero);
    if (autoscalers.length === 0) return;
    const services = servicesByWorkload(set);
    for (const autoscaler of autoscalers) {
      const target = set.targetOf(autoscaler);
      const service = target && services.get(target);
      if (service === undefined) continue;
      const { min } = replicaRangeOf(autoscaler);
      yield fault(
        autoscaler,
        { path: min.path, value: min.value },
        `must be at least 1 where clients come through ${objectOf(service)}: at 0 pods it refuses every request, until one is ready`,
        'keep one pod, or put something before it that holds requests meanwhile (the KEDA HTTP add-on, Knative)',
      );
    }
  },
};

/** CPU and memory have no value without pods: with those alone, 0 is refused. */
function mayGoToZero(autoscaler: Manifest): boolean {
  return replicaRangeOf(autoscaler).min.value === 0 && metricsOf(autoscaler).some((each) => !isResourceMetric(each));
}

function servicesByWorkload(set: ManifestSet): Map<Manifest, Manifest> {
  const services = new Map<Manifest, Manifest>();
  for (const service of set.ofKind('Service')) {
    for (const workload of set.workloadsBehind(at(service, 'spec', 'selector'), service))
      services.set(workload, service);
  }
  return services;
}
