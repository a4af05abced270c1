import { items, type Located, type Manifest } from '../manifest';
import { DNS_SUBDOMAIN } from '../names';
import { labelKeyFaults, labelValueFaults } from './labels';
import { child, childItems, isSet } from './located';
import { oneOfFaults } from './one-of';
import { podField } from './pod-field';
import { podsWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { formatFaults, orEmpty, requiredListFaults, requiredRangeFaults } from './value';

const WITH_VALUES = ['In', 'NotIn'];
const WITHOUT_VALUES = ['Exists', 'DoesNotExist'];
const WITH_ONE_VALUE = ['Gt', 'Lt'];

/** Since then, what a node must have is asked in values that labels can have. */
const LABEL_VALUES_SINCE = 33;

export const nodeAffinity: Rule = {
  id: 'node-affinity',
  severity: 'error',
  summary:
    'A node affinity asks for labels or names of nodes, with operators that exist and as many values as they take.',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity',
  *check(set) {
    const areLabelValues = set.settings.kubernetes >= LABEL_VALUES_SINCE;
    for (const pod of podsWith(set, 'affinity')) {
      const { manifest } = pod;
      const affinity = child(podField(pod, 'affinity'), 'nodeAffinity');
      const required = child(affinity, 'requiredDuringSchedulingIgnoredDuringExecution');
      if (isSet(required.value)) {
        const fix = 'write a term, or leave out what is around it';
        yield* requiredListFaults(manifest, child(required, 'nodeSelectorTerms'), fix);
      }
      for (const term of childItems(required, 'nodeSelectorTerms')) yield* termFaults(manifest, term, areLabelValues);
      for (const preferred of childItems(affinity, 'preferredDuringSchedulingIgnoredDuringExecution')) {
        yield* weightFaults(manifest, preferred);
        yield* termFaults(manifest, child(preferred, 'preference'), false);
      }
    }
  },
};

/** The weight of a preference, of nodes or of pods. */
export function* weightFaults(manifest: Manifest, preference: Located): Iterable<Fault> {
  const fix = 'write how much it counts, from 1 to 100';
  yield* requiredRangeFaults(manifest, child(preference, 'weight'), [1, 100], fix);
}

/** Mirrors ValidateNodeSelectorTerm. */
function* termFaults(manifest: Manifest, term: Located, areLabelValues: boolean): Iterable<Fault> {
  for (const expression of childItems(term, 'matchExpressions')) {
    yield* labelKeyFaults(manifest, child(expression, 'key'));
    yield* operatorFaults(manifest, expression);
    if (!areLabelValues) continue;
    for (const value of childItems(expression, 'values')) yield* labelValueFaults(manifest, value);
  }
  for (const field of childItems(term, 'matchFields')) yield* fieldFaults(manifest, field);
}

function* operatorFaults(manifest: Manifest, requirement: Located): Iterable<Fault> {
  const operator = orEmpty(child(requirement, 'operator'));
  yield* oneOfFaults(manifest, operator, [...WITH_VALUES, ...WITHOUT_VALUES, ...WITH_ONE_VALUE]);
  const values = child(requirement, 'values');
  const count = items(values.value).length;
  const takes = (operators: readonly string[]) => operators.includes(operator.value as string);
  const since = `since the operator is ${operator.value}`;
  if (takes(WITH_VALUES) && count === 0) {
    yield fault(manifest, values, `must hold a value, ${since}`, 'write the values as a list');
  }
  if (takes(WITHOUT_VALUES) && count > 0) {
    yield fault(manifest, values, `must not be set, ${since}`, 'leave values out, or write operator: In');
  }
  if (takes(WITH_ONE_VALUE) && count !== 1) {
    yield fault(manifest, values, `must hold one value, ${since}`, "write one number as text: ['8']");
  }
}

/** The one field of a node that can be asked for is its name. Mirrors ValidateNodeFieldSelectorRequirement. */
function* fieldFaults(manifest: Manifest, requirement: Located): Iterable<Fault> {
  yield* oneOfFaults(manifest, orEmpty(child(requirement, 'key')), ['metadata.name']);
  yield* oneOfFaults(manifest, orEmpty(child(requirement, 'operator')), WITH_VALUES);
  const values = child(requirement, 'values');
  if (items(values.value).length !== 1) {
    yield fault(manifest, values, 'must hold one value', 'write the name of one node, and a further term for another');
  }
  for (const value of childItems(requirement, 'values')) {
    yield* formatFaults(manifest, value, DNS_SUBDOMAIN, 'write the name of a node');
  }
}
