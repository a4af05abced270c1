import { at } from '../manifest';
import { fault, objectOf, type Rule } from './rule';
import { intrusionsIn } from './strangers';

export const selectorOverlap: Rule = {
  id: 'selector-overlap',
  severity: 'warning',
  summary: 'A workload that is scaled finds its own pods alone by its selector: others would be counted as its own.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  *check(set) {
    for (const { target, stranger, autoscaler, strangersAutoscaler } of intrusionsIn(set)) {
      // A sure fault, and told as such.
      if (strangersAutoscaler !== undefined && set.standInOneFile(target, stranger)) continue;
      yield fault(
        target,
        { path: 'spec.selector', value: at(target, 'spec', 'selector') },
        `must not find the pods of ${objectOf(stranger)}: ${objectOf(autoscaler)} counts their usage, requests and number as its own`,
        'give the pods and the selector of each workload a label of its own; a selector can only be changed by making the workload anew',
      );
    }
  },
};
