import { at } from '../manifest';
import { fault, objectOf, type Rule } from './rule';
import { intrusionsIn } from './strangers';

export const ambiguousSelector: Rule = {
  id: 'ambiguous-selector',
  severity: 'error',
  accepted: true,
  summary: 'Two workloads that are scaled find none of the pods of the other by their selectors, or neither is scaled.',
  source: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/horizontal.go',
  *check(set) {
    for (const { target, stranger, strangersAutoscaler } of intrusionsIn(set)) {
      if (strangersAutoscaler === undefined || !set.standInOneFile(target, stranger)) continue;
      yield fault(
        target,
        { path: 'spec.selector', value: at(target, 'spec', 'selector') },
        `must not find the pods of ${objectOf(stranger)}, which ${objectOf(strangersAutoscaler)} scales: autoscalers whose pods are mixed up scale nothing (AmbiguousSelector)`,
        'give the pods and the selector of each workload a label of its own; a selector can only be changed by making the workload anew',
      );
    }
  },
};
