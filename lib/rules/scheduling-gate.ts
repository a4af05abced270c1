import { isKind } from '../manifest';
import { QUALIFIED_NAME } from '../names';
import { child } from './located';
import { podField, podItems } from './pod-field';
import { type Pod, podsWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { formatFaults } from './value';

export const schedulingGate: Rule = {
  id: 'scheduling-gate',
  severity: 'error',
  summary: 'A scheduling gate has a sound name, and stands once.',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/',
  *check(set) {
    for (const pod of podsWith(set, 'schedulingGates')) {
      const seen = new Set<unknown>();
      for (const gate of podItems(pod, 'schedulingGates')) {
        const name = child(gate, 'name');
        yield* formatFaults(pod.manifest, name, QUALIFIED_NAME, "name it, such as 'example.com/gpu-quota'");
        if (seen.has(name.value)) yield fault(pod.manifest, name, 'must be unique in the pod', 'leave out the second');
        seen.add(name.value);
      }
      if (isKind(pod.manifest, 'Pod')) yield* gatedNodeFaults(pod);
    }
  },
};

/** A gate keeps a pod from every node, so the API server refuses a pod that has a node already. */
export function* gatedNodeFaults(pod: Pod): Iterable<Fault> {
  const node = podField(pod, 'nodeName');
  if (!node.value || podItems(pod, 'schedulingGates').length === 0) return;
  const fix = 'leave nodeName or the schedulingGates out';
  yield fault(pod.manifest, node, 'must not be set beside scheduling gates', fix);
}
