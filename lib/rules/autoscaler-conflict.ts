import { type Fault, fault, objectOf, type Rule } from './rule';
import { type Rivals, rivalsIn } from './shared-target';

export const autoscalerConflict: Rule = {
  id: 'autoscaler-conflict',
  severity: 'error',
  accepted: true,
  summary: 'A workload has one autoscaler. With two, each finds pods of the other, and neither scales.',
  source: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/horizontal.go',
  *check(set) {
    for (const rivals of rivalsIn(set)) if (set.standInOneFile(...rivals)) yield rivalFault(rivals);
  },
};

export function rivalFault([later, earlier]: Rivals): Fault {
  return fault(
    later,
    { path: 'spec.scaleTargetRef', value: (later.spec as { scaleTargetRef: unknown }).scaleTargetRef },
    `must be a workload that no other autoscaler scales: ${objectOf(earlier)} does, and with two neither scales (AmbiguousSelector)`,
    'put the metrics of both into one autoscaler: the one that wants the most pods wins',
  );
}
