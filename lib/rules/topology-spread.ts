import { fields, isKind, type Located, type Manifest } from '../manifest';
import { labelKeysFaults, mergedKeysFaults, oldLabelKeysFaults } from './label-keys';
import { labelSelectorFaults } from './label-selector';
import { child, isSet } from './located';
import { oneOfFaults } from './one-of';
import { podItems } from './pod-field';
import { podsWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { orEmpty, rangeFaults, requiredFaults, requiredRangeFaults } from './value';

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const NODE_POLICIES = ['Honor', 'Ignore'];
const INT32_MAX = 2_147_483_647;

/** Since then, the API server adds matchLabelKeys to the selector itself (MatchLabelKeysInPodTopologySpreadSelectorMerge). */
export const SELECTOR_MERGE_SINCE = 34;

export const topologySpread: Rule = {
  id: 'topology-spread',
  severity: 'error',
  summary: 'A topology spread constraint says over what, how evenly and how strictly, and each kind of it stands once.',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const pod of podsWith(set, 'topologySpreadConstraints')) {
      const seen = new Set<string>();
      for (const constraint of podItems(pod, 'topologySpreadConstraints')) {
        yield* constraintFaults(pod.manifest, constraint, kubernetes);
        if (isKind(pod.manifest, 'Pod') && kubernetes >= SELECTOR_MERGE_SINCE) yield* mergedKeysFaults(pod, constraint);
        const { topologyKey, whenUnsatisfiable } = fields(constraint.value);
        const kind = `${topologyKey ?? ''} ${whenUnsatisfiable ?? ''}`;
        if (seen.has(kind)) {
          const must = 'must be the only constraint of its topologyKey and whenUnsatisfiable';
          yield fault(pod.manifest, constraint, must, 'leave out one of them');
        }
        seen.add(kind);
      }
    }
  },
};

function* constraintFaults(manifest: Manifest, constraint: Located, minor: number): Iterable<Fault> {
  const skew = child(constraint, 'maxSkew');
  yield* requiredRangeFaults(manifest, skew, [1, INT32_MAX], 'write how uneven it may be: 1 is most even');
  const key = child(constraint, 'topologyKey');
  yield* requiredFaults(manifest, key, "write a label of nodes, such as 'topology.kubernetes.io/zone'");
  const action = orEmpty(child(constraint, 'whenUnsatisfiable'));
  yield* oneOfFaults(manifest, action, ACTIONS);

  const domains = child(constraint, 'minDomains');
  yield* rangeFaults(manifest, domains, [1, INT32_MAX], 'leave it out for any number of domains');
  if (isSet(domains.value) && action.value !== 'DoNotSchedule') {
    const must = 'must not be set, unless whenUnsatisfiable is DoNotSchedule';
    yield fault(manifest, domains, must, 'leave minDomains out, or write DoNotSchedule');
  }
  yield* oneOfFaults(manifest, child(constraint, 'nodeAffinityPolicy'), NODE_POLICIES);
  yield* oneOfFaults(manifest, child(constraint, 'nodeTaintsPolicy'), NODE_POLICIES);
  yield* labelSelectorFaults(manifest, child(constraint, 'labelSelector'));
  yield* minor < SELECTOR_MERGE_SINCE
    ? oldLabelKeysFaults(manifest, constraint)
    : labelKeysFaults(manifest, constraint);
}
