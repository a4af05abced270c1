import { items } from '../manifest';
import { podsWith } from './pods';
import { fault, type Rule } from './rule';

export const ephemeralContainer: Rule = {
  id: 'ephemeral-container',
  severity: 'error',
  summary: 'Ephemeral containers are added to a pod that runs: neither a template nor a new Pod has any.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/',
  *check(set) {
    for (const { manifest, path, spec } of podsWith(set, 'ephemeralContainers')) {
      if (items(spec.ephemeralContainers).length === 0) continue;
      const where = { path: `${path}.ephemeralContainers`, value: spec.ephemeralContainers };
      yield fault(manifest, where, 'must not be set before the pod runs', 'use kubectl debug, or an init container');
    }
  },
};
