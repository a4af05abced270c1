import { at, fields, isKind, type Located, type Manifest } from '../manifest';

/** What an autoscaler says, whether it is a HorizontalPodAutoscaler or KEDA's ScaledObject, which KEDA makes one from. */

/** A number of pods that an autoscaler says, or that counts where it says none. */
export interface Bound {
  readonly path: string;
  /** Nothing where it is no number, or has to be said and is not. */
  readonly value: number | undefined;
}

/** The fewest and the most pods. KEDA's 0 is its own: the HorizontalPodAutoscaler that it makes keeps one pod. */
export function replicaRangeOf(autoscaler: Manifest): { readonly min: Bound; readonly max: Bound } {
  const spec = fields(autoscaler.spec);
  if (isKind(autoscaler, 'ScaledObject')) {
    return { min: bound('minReplicaCount', spec, 0), max: bound('maxReplicaCount', spec, 100) };
  }
  return { min: bound('minReplicas', spec, 1), max: bound('maxReplicas', spec) };
}

function bound(field: string, spec: ReturnType<typeof fields>, whereUnsaid?: number): Bound {
  const value = spec[field] ?? whereUnsaid;
  return { path: `spec.${field}`, value: typeof value === 'number' ? value : undefined };
}

/** Its `behavior`, and where that stands. */
export function behaviorOf(autoscaler: Manifest): Located {
  const place = isKind(autoscaler, 'ScaledObject')
    ? ['spec', 'advanced', 'horizontalPodAutoscalerConfig', 'behavior']
    : ['spec', 'behavior'];
  return { path: place.join('.'), value: at(autoscaler, ...place) };
}
