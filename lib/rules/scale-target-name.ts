import { nameOf, namespaceOf } from '../manifest';
import { lostTargetsIn } from './lost-target';
import { fault, type Rule } from './rule';

export const scaleTargetName: Rule = {
  id: 'scale-target-name',
  severity: 'error',
  accepted: true,
  summary:
    'An autoscaler names its workload as that is called, and is in the same namespace; it finds it in no other way.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  *check(set) {
    for (const { autoscaler, kind, name, meant } of lostTargetsIn(set)) {
      if (meant === undefined) continue;
      if (meant.lies === 'under another name') {
        yield fault(
          autoscaler,
          { path: 'spec.scaleTargetRef.name', value: name },
          `must be the name of a ${kind}: there is none of this name, and the autoscaler will scale nothing`,
          `write name: ${nameOf(meant.workload)}`,
        );
      } else if (meant.lies === 'under another kind') {
        yield fault(
          autoscaler,
          { path: 'spec.scaleTargetRef.kind', value: kind },
          `must be the kind of ${name}, which is a ${meant.workload.kind}: there is no ${kind} of this name`,
          `write kind: ${meant.workload.kind}`,
        );
      } else {
        const namespace = namespaceOf(meant.workload);
        yield fault(
          autoscaler,
          { path: 'metadata.namespace', value: namespaceOf(autoscaler) },
          `must be the namespace of the ${kind} ${name} (${namespace}): an autoscaler looks into its own alone`,
          `write namespace: ${namespace}`,
        );
      }
    }
  },
};
