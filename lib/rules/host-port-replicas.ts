import { fields, locatedItems } from '../manifest';
import { containersOf } from './pods';
import { mostPods } from './replicas';
import { fault, type Rule } from './rule';
import { podOfWorkload } from './workload-pod';

export const hostPortReplicas: Rule = {
  id: 'host-port-replicas',
  severity: 'warning',
  summary:
    'A port of the node is taken by one pod of it: of several pods, those beyond the number of nodes wait for ever.',
  source: 'https://kubernetes.io/docs/concepts/configuration/overview/#services',
  *check(set) {
    for (const workload of set.workloads()) {
      const pod = podOfWorkload(workload);
      const pods = mostPods(set, workload);
      if (pods <= 1) continue;
      for (const container of containersOf(pod)) {
        for (const { path, value } of locatedItems({
          path: `${container.path}.ports`,
          value: container.fields.ports,
        })) {
          const { hostPort, containerPort } = fields(value);
          const taken = pod.spec.hostNetwork === true ? containerPort : hostPort;
          if (typeof taken !== 'number' || taken === 0) continue;
          yield fault(
            workload,
            { path: `${path}.${hostPort === undefined ? 'containerPort' : 'hostPort'}`, value: taken },
            `must not be a port of the node, since there may be ${pods} pods and each node has it once`,
            'leave hostPort and hostNetwork out, and let a Service lead to the pods',
          );
        }
      }
    }
  },
};
