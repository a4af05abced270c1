import { at, items, type Manifest } from '../manifest';
import { metricsInAnnotation } from './autoscaler-annotations';

/** The metrics of an autoscaler as autoscaling/v2 has them: autoscaling/v1 keeps all but CPU in an annotation. */
export function metricsOf(autoscaler: Manifest, minor: number): readonly unknown[] {
  if (autoscaler.apiVersion === 'autoscaling/v1') return metricsInAnnotation(autoscaler, minor) ?? [];
  return items(at(autoscaler, 'spec', 'metrics'));
}
