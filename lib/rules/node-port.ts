import { at, fields, isKind, itemsAt } from '../manifest';
import { isInteger } from './integer';
import { fault, type Rule } from './rule';

const TYPES_WITH_NODE_PORTS = ['NodePort', 'LoadBalancer'];

/** What the API server allocates from, where the cluster does not set --service-node-port-range. */
const FIRST = 30000;
const LAST = 32767;

export const nodePort: Rule = {
  id: 'node-port',
  severity: 'error',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  *check(manifests) {
    for (const manifest of manifests.filter((each) => isKind(each, 'Service'))) {
      const type = at(manifest, 'spec', 'type') ?? 'ClusterIP';
      const taken = new Set<string>();
      for (const port of itemsAt(manifest, 'spec', 'ports')) {
        const { nodePort, protocol = 'TCP' } = fields(port.value);
        if (nodePort === undefined || nodePort === 0) continue;
        const where = { path: `${port.path}.nodePort`, value: nodePort };
        if (!isInteger(nodePort, FIRST, LAST)) {
          yield fault(
            manifest,
            where,
            `must be from ${FIRST} to ${LAST}`,
            'choose a free port of that range, or leave nodePort out and let the cluster choose',
          );
        }
        const identity = `${protocol} ${nodePort}`;
        if (taken.has(identity)) {
          yield fault(manifest, where, 'must be unique in the Service', 'give each port a nodePort of its own');
        }
        taken.add(identity);
        if (!TYPES_WITH_NODE_PORTS.includes(type as string)) {
          yield fault(
            manifest,
            where,
            `must not be set on a Service of type ${type}`,
            'make the Service NodePort or LoadBalancer, or leave nodePort out',
          );
        }
      }
    }
  },
};
