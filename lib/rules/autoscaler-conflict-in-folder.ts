import { rivalFault } from './autoscaler-conflict';
import type { Rule } from './rule';
import { rivalsIn } from './shared-target';

/** A folder may also hold alternatives, of which one is applied: no sure fault, so a rule of its own. */
export const autoscalerConflictInFolder: Rule = {
  id: 'autoscaler-conflict-in-folder',
  severity: 'warning',
  summary: 'Of the files of a folder, one has the autoscaler of a workload. Where two are applied, neither scales.',
  source: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/horizontal.go',
  *check(set) {
    for (const rivals of rivalsIn(set)) if (!set.standInOneFile(...rivals)) yield rivalFault(rivals);
  },
};
