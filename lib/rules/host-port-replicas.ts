import { fields } from '../manifest';
import { childItems } from './located';
import { isWorkload } from './manifest-set';
import { containersWith } from './pods';
import { mostPods } from './replicas';
import { fault, type Rule } from './rule';

export const hostPortReplicas: Rule = {
  id: 'host-port-replicas',
  severity: 'warning',
  summary:
    'A port of the node is taken by one pod of it: of several pods, those beyond the number of nodes wait for ever.',
  source: 'https://kubernetes.io/docs/concepts/configuration/overview/#services',
  *check(set) {
    for (const container of containersWith(set, 'ports').filter(({ manifest }) => isWorkload(manifest))) {
      for (const { path, value } of childItems(container, 'ports')) {
        const { hostPort, containerPort } = fields(value);
        const taken = container.pod.spec.hostNetwork === true ? containerPort : hostPort;
        if (typeof taken !== 'number' || taken === 0) continue;
        const pods = mostPods(set, container.manifest);
        if (pods <= 1) continue;
        yield fault(
          container.manifest,
          { path: `${path}.${hostPort === undefined ? 'containerPort' : 'hostPort'}`, value: taken },
          `must not be a port of the node, since there may be ${pods} pods and each node has it once`,
          'leave hostPort and hostNetwork out, and let a Service lead to the pods',
        );
      }
    }
  },
};
