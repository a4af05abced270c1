import { nameOf } from '../manifest';
import { nodePortConflicts } from './node-ports';
import type { Rule } from './rule';

/** A folder may also hold alternatives, of which one is applied: no sure fault, so a rule of its own. */
export const nodePortConflictInFolder: Rule = {
  id: 'node-port-conflict-in-folder',
  severity: 'warning',
  summary: 'A node port belongs to one Service of the cluster: of two files of a folder, the second is refused.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port',
  check: (set) =>
    nodePortConflicts(set, (one, other) => !set.standInOneFile(one, other) && nameOf(one) !== nameOf(other)),
};
