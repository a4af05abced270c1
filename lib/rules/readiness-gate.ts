import { QUALIFIED_NAME } from '../names';
import { child } from './located';
import { podItems } from './pod-field';
import { podsWith } from './pods';
import type { Rule } from './rule';
import { formatFaults } from './value';

export const readinessGate: Rule = {
  id: 'readiness-gate',
  severity: 'error',
  summary: 'A readiness gate names a condition of the pod.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate',
  *check(set) {
    for (const pod of podsWith(set, 'readinessGates')) {
      for (const gate of podItems(pod, 'readinessGates')) {
        const condition = child(gate, 'conditionType');
        yield* formatFaults(pod.manifest, condition, QUALIFIED_NAME, "name it, such as 'example.com/model-loaded'");
      }
    }
  },
};
