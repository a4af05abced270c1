import { labelFaults } from './labels';
import { podField } from './pod-field';
import { podsWith } from './pods';
import type { Rule } from './rule';

export const nodeSelector: Rule = {
  id: 'node-selector',
  severity: 'error',
  summary: 'A node selector has keys and values that labels can have.',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodeselector',
  *check(set) {
    for (const pod of podsWith(set, 'nodeSelector')) yield* labelFaults(pod.manifest, podField(pod, 'nodeSelector'));
  },
};
