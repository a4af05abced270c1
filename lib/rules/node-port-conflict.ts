import { nodePortConflicts } from './node-ports';
import type { Rule } from './rule';

export const nodePortConflict: Rule = {
  id: 'node-port-conflict',
  severity: 'error',
  summary: 'A node port belongs to one Service of the cluster, whatever its namespace: a second one is refused.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port',
  check: (set) => nodePortConflicts(set, (one, other) => set.standInOneFile(one, other)),
};
