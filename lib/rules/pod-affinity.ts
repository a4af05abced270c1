import { isKind, type Located, type Manifest } from '../manifest';
import { DNS_LABEL } from '../names';
import { labelKeysFaults, mergedKeysFaults } from './label-keys';
import { labelSelectorFaults } from './label-selector';
import { labelKeyFaults } from './labels';
import { child, childItems } from './located';
import { weightFaults } from './node-affinity';
import { podField } from './pod-field';
import { type Pod, podsWith } from './pods';
import type { Fault, Rule } from './rule';
import { formatFaults } from './value';

/** Open since then (MatchLabelKeysInPodAffinity); before, the API server drops the keys. */
export const LABEL_KEYS_SINCE = 31;

export const podAffinity: Rule = {
  id: 'pod-affinity',
  severity: 'error',
  summary: 'A pod affinity says how near (topologyKey) and to which pods, in selectors that Kubernetes takes.',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const pod of podsWith(set, 'affinity')) {
      for (const preferred of AFFINITIES.flatMap((name) => preferredOf(pod, name))) {
        yield* weightFaults(pod.manifest, preferred);
      }
      for (const term of affinityTermsOf(pod)) {
        yield* termFaults(pod.manifest, term);
        if (kubernetes < LABEL_KEYS_SINCE) continue;
        yield* labelKeysFaults(pod.manifest, term);
        if (isKind(pod.manifest, 'Pod')) yield* mergedKeysFaults(pod, term);
      }
    }
  },
};

const AFFINITIES = ['podAffinity', 'podAntiAffinity'];

/** Every term of the affinities of a pod, required or preferred. */
export function affinityTermsOf(pod: Pod): readonly Located[] {
  return AFFINITIES.flatMap((name) => [
    ...childItems(child(podField(pod, 'affinity'), name), 'requiredDuringSchedulingIgnoredDuringExecution'),
    ...preferredOf(pod, name).map((preferred) => child(preferred, 'podAffinityTerm')),
  ]);
}

function preferredOf(pod: Pod, affinity: string): readonly Located[] {
  return childItems(child(podField(pod, 'affinity'), affinity), 'preferredDuringSchedulingIgnoredDuringExecution');
}

/** Mirrors validatePodAffinityTerm. */
function* termFaults(manifest: Manifest, term: Located): Iterable<Fault> {
  yield* labelKeyFaults(manifest, child(term, 'topologyKey'));
  yield* labelSelectorFaults(manifest, child(term, 'labelSelector'));
  yield* labelSelectorFaults(manifest, child(term, 'namespaceSelector'));
  for (const namespace of childItems(term, 'namespaces')) {
    yield* formatFaults(manifest, namespace, DNS_LABEL, 'write the name of a namespace');
  }
}
