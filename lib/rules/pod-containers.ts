import { items } from '../manifest';
import { podsOf } from './pods';
import { fault, type Rule } from './rule';

export const podContainers: Rule = {
  id: 'pod-containers',
  severity: 'error',
  summary: 'A pod has at least one container that is no init container.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#containers',
  *check(set) {
    for (const { manifest, path, spec } of podsOf(set)) {
      if (items(spec.containers).length > 0) continue;
      const where = { path: `${path}.containers`, value: spec.containers };
      yield fault(manifest, where, 'must hold at least one container', 'add the container that does the work');
    }
  },
};
