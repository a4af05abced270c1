import { ACKNOWLEDGE } from '../acknowledge';
import type { Manifest } from '../manifest';
import { allRules, rulesOn } from '../rules';
import { apiVersion } from '../rules/api-version';
import { fieldType } from '../rules/field-type';
import type { ManifestSet } from '../rules/manifest-set';
import { nearest } from '../rules/nearest';
import { quantityFormat } from '../rules/quantity-format';
import { type Fault, fault, objectOf, type Rule } from '../rules/rule';
import { unknownField } from '../rules/unknown-field';
import { wordsIn } from '../rules/words';
import { acknowledgementsOf, acknowledgersOf } from './acknowledgement';
import type { Finding, LocatedFinding } from './finding';

/**
 * Everything that the rules find in a set of objects: object by object, and in the order of the rules.
 *
 * @param asking is told before each rule how many have been asked
 */
export function check(set: ManifestSet, asking?: (done: number, total: number) => void): LocatedFinding[] {
  const used = new Map<Manifest, Set<string>>();
  const found = faultsIn(set, asking).map(([rule, fault]) => located(rule, fault, set, used));
  const order = new Map(set.manifests.map((manifest, index) => [manifest, index]));
  const place = ({ manifest }: LocatedFinding) => order.get(manifest) ?? 0;
  return [...found, ...idleAcknowledgements(set, used)].sort((a, b) => place(a) - place(b));
}

/** The rules that tell what a value is; the others tell whether it is a good one. */
const SHAPE_RULES: readonly Rule[] = [unknownField, fieldType, quantityFormat];

/** What is wrong by its kind or its shape is told once, as that, whatever else could be said of it. */
function faultsIn(set: ManifestSet, asking?: (done: number, total: number) => void): (readonly [Rule, Fault])[] {
  const found: (readonly [Rule, Fault])[] = Array.from(apiVersion.check(set), (fault) => [apiVersion, fault]);
  const unserved = new Set(found.map(([, { manifest }]) => manifest));
  const misshapen = new Map<Manifest, Set<string>>();
  for (const rule of SHAPE_RULES) {
    for (const fault of rule.check(set)) {
      misshapen.set(fault.manifest, (misshapen.get(fault.manifest) ?? new Set()).add(fault.path));
      found.push([rule, fault]);
    }
  }
  const rules = rulesOn(wordsIn(set));
  for (const [done, rule] of rules.entries()) {
    asking?.(done, rules.length);
    if (rule === apiVersion || SHAPE_RULES.includes(rule)) continue;
    for (const fault of rule.check(set)) {
      if (unserved.has(fault.manifest)) continue;
      if (!misshapen.get(fault.manifest)?.has(fault.path)) found.push([rule, fault]);
    }
  }
  return found;
}

function located(rule: Rule, fault: Fault, set: ManifestSet, used: Map<Manifest, Set<string>>): LocatedFinding {
  const reason = rule.severity === 'error' ? undefined : acknowledge(rule, fault.manifest, set, used);
  return { manifest: fault.manifest, rule, finding: findingOf(rule, fault, reason) };
}

export function findingOf(
  { id, severity, source }: Pick<Rule, 'id' | 'severity' | 'source'>,
  { manifest, path, message, fix }: Fault,
  acknowledged?: string,
): Finding {
  const finding = { rule: id, severity, object: objectOf(manifest), path, message, fix, source };
  return acknowledged === undefined ? finding : { ...finding, acknowledged };
}

/** The reason that someone gave; notes whose acknowledgement it was. */
function acknowledge(
  { id }: Rule,
  manifest: Manifest,
  set: ManifestSet,
  used: Map<Manifest, Set<string>>,
): string | undefined {
  for (const each of acknowledgersOf(manifest, set)) {
    const reason = acknowledgementsOf(each).get(id);
    if (typeof reason !== 'string' || reason.trim() === '') continue;
    used.set(each, (used.get(each) ?? new Set()).add(id));
    return reason;
  }
  return undefined;
}

/** What the findings about acknowledgements are told as. */
export const ACKNOWLEDGEMENT = {
  id: 'acknowledgement',
  severity: 'warning',
  summary: 'An acknowledgement has a reason, and names a rule that finds something on its object.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
} as const;

function* idleAcknowledgements(set: ManifestSet, used: Map<Manifest, Set<string>>): Iterable<LocatedFinding> {
  for (const manifest of set.manifests) {
    for (const [id, reason] of acknowledgementsOf(manifest)) {
      if (used.get(manifest)?.has(id)) continue;
      const where = { path: `metadata.annotations[${ACKNOWLEDGE}${id}]`, value: reason };
      const told = fault(manifest, where, ...complaint(id, reason));
      yield { manifest, rule: ACKNOWLEDGEMENT, finding: findingOf(ACKNOWLEDGEMENT, told) };
    }
  }
}

function complaint(id: string, reason: unknown): [must: string, fix: string] {
  const rules = allRules();
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const meant = nearest(
      id,
      rules.map((each) => each.id),
    );
    return ['must name a rule', meant === undefined ? 'leave it out' : `write ${ACKNOWLEDGE}${meant}`];
  }
  if (rule.severity === 'error') return ['must name a warning or an advice: errors are to be mended', 'mend it'];
  if (typeof reason !== 'string' || reason.trim() === '') return ['must say why', 'write the reason as its value'];
  return ['must still be needed, but the rule finds nothing here any more', 'leave it out'];
}
