import type { Located, Manifest } from '../manifest';
import { LABEL_VALUE, QUALIFIED_NAME } from '../names';
import { child, isSet } from './located';
import { oneOfOrEmptyFaults } from './one-of';
import { podItems } from './pod-field';
import { podsWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { optionalFormatFaults, unlessEmpty } from './value';

/** Lt and Gt are behind a gate (TaintTolerationComparisonOperators) up to now. */
const OPERATORS = ['Exists', 'Equal'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

export const toleration: Rule = {
  id: 'toleration',
  severity: 'error',
  summary: 'A toleration has an operator and an effect that exist, and a key and a value that suit the operator.',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
  *check(set) {
    for (const pod of podsWith(set, 'tolerations')) {
      for (const item of podItems(pod, 'tolerations')) yield* tolerationFaults(pod.manifest, item);
    }
  },
};

/** Mirrors ValidateTolerations. */
export function* tolerationFaults(manifest: Manifest, item: Located): Iterable<Fault> {
  const key = unlessEmpty(child(item, 'key'));
  const operator = child(item, 'operator');
  const value = unlessEmpty(child(item, 'value'));
  const effect = child(item, 'effect');
  const exists = operator.value === 'Exists';

  yield* oneOfOrEmptyFaults(manifest, operator, OPERATORS);
  yield* oneOfOrEmptyFaults(manifest, effect, EFFECTS);
  yield* optionalFormatFaults(manifest, key, QUALIFIED_NAME, 'write the key of the taint');
  if (!exists) yield* optionalFormatFaults(manifest, value, LABEL_VALUE, 'write the value of the taint');
  if (!exists && !isSet(key.value)) {
    const fix = 'write the key of a taint, or operator: Exists to tolerate all taints';
    yield fault(manifest, key, 'must be set, unless the operator is Exists', fix);
  }
  if (exists && isSet(value.value)) {
    yield fault(
      manifest,
      value,
      'must not be set, since the operator is Exists',
      'leave the value out, or write Equal',
    );
  }
  if (isSet(child(item, 'tolerationSeconds').value) && effect.value !== 'NoExecute') {
    const fix = 'write effect: NoExecute, or leave tolerationSeconds out';
    yield fault(manifest, effect, 'must be NoExecute, since tolerationSeconds is set', fix);
  }
}
