import { at, type Fields, fields, type Manifest } from '../manifest';
import { onceASet } from './once-a-set';

/** An autoscaler together with the workload that it scales. */
export interface Scaled {
  readonly autoscaler: Manifest;
  readonly target: Manifest;
  /** The spec of the pods of the target. */
  readonly pod: Fields;
}

/** The HorizontalPodAutoscalers and ScaledObjects of a set. */
export const autoscalersIn = onceASet((set): readonly Manifest[] => {
  return [...set.ofKind('HorizontalPodAutoscaler'), ...set.ofKind('ScaledObject')];
});

/** The autoscalers of a set whose targets are known and have pods, in the set or around it. */
export const scaledIn = onceASet((set): readonly Scaled[] => {
  return autoscalersIn(set).flatMap((autoscaler) => {
    const target = set.targetOf(autoscaler);
    const pod = fields(at(target, 'spec', 'template', 'spec'));
    return target === undefined || pod.containers === undefined ? [] : [{ autoscaler, target, pod }];
  });
});
