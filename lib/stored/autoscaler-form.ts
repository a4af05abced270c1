import { specOf } from '../autoscaling/controller/spec';
import { at, type Manifest } from '../manifest';

/** An autoscaler of any version, as the controller reads it: that is what it is stored for. */
export function autoscalerForm(autoscaler: Manifest): Manifest {
  const { minReplicas, maxReplicas, metrics, behavior } = specOf(autoscaler);
  const scaleTargetRef = at(autoscaler, 'spec', 'scaleTargetRef');
  const spec = { scaleTargetRef, minReplicas, maxReplicas, metrics, behavior };
  return { ...autoscaler, apiVersion: 'autoscaling/v2', spec };
}
