import { POD_RESOURCES_SINCE } from '../autoscaling/amounts';
import { isKind } from '../manifest';
import { mergedKeysFaults } from './label-keys';
import { affinityTermsOf, LABEL_KEYS_SINCE } from './pod-affinity';
import { podItems } from './pod-field';
import { shareFaults } from './pod-resources';
import { type Pod, podsWith } from './pods';
import type { Fault, Rule } from './rule';
import { gatedNodeFaults } from './scheduling-gate';
import { SELECTOR_MERGE_SINCE } from './topology-spread';

/** Nothing is told when the object is applied: its controller asks for pods in vain. */
/** The fields of which the API server takes in a template what it refuses in a pod. */
const WHERE_THEY_DIFFER = ['affinity', 'topologySpreadConstraints', 'schedulingGates', 'resources'];

export const podFromTemplate: Rule = {
  id: 'pod-from-template',
  severity: 'error',
  accepted: true,
  summary: 'Of a template, a pod can be made: the API server takes what it says in a template, but not in a pod.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-templates',
  *check(set) {
    for (const pod of podsWith(set, ...WHERE_THEY_DIFFER)) {
      if (!isKind(pod.manifest, 'Pod')) yield* templateFaults(pod, set.settings.kubernetes);
    }
  },
};

function* templateFaults(pod: Pod, minor: number): Iterable<Fault> {
  yield* gatedNodeFaults(pod);
  const terms = minor >= LABEL_KEYS_SINCE ? affinityTermsOf(pod) : [];
  const constraints = minor >= SELECTOR_MERGE_SINCE ? podItems(pod, 'topologySpreadConstraints') : [];
  for (const term of [...terms, ...constraints]) yield* mergedKeysFaults(pod, term);
  if (minor < POD_RESOURCES_SINCE) return;
  const told = new Set(Array.from(shareFaults(pod, false), ({ path }) => path));
  for (const fault of shareFaults(pod, true)) if (!told.has(fault.path)) yield fault;
}
