import { check } from '../check/check';
import type { Finding } from '../check/finding';
import type { Manifest } from '../manifest';
import { ManifestSet } from '../rules/manifest-set';
import { attachments } from './attachment';
import { capacities } from './capacity';
import type { Change } from './change';
import type { Consequence } from './consequence';
import { counts } from './count';
import { left } from './left';
import { isSame, pairsOf } from './pairs';
import { refusals } from './refused';
import { restarts } from './restart';
import { scalings } from './scaling';
import { traffic } from './traffic';

/** What a change does for someone, and nothing else. */
export interface Review {
  readonly consequences: readonly Consequence[];
  /** What the rules find after the change and did not before, and the other way round. */
  readonly added: readonly Finding[];
  readonly cleared: readonly Finding[];
  /** Objects whose stored form changes. */
  readonly changed: number;
}

/** What is asked of the objects that the API server takes. */
const QUESTIONS = [restarts, counts, capacities, attachments, scalings, traffic, left];

export function review(before: readonly Manifest[], after: readonly Manifest[], kubernetes: number): Review {
  const [old, young] = [before, after].map((manifests) => new ManifestSet(manifests, { kubernetes })) as [
    ManifestSet,
    ManifestSet,
  ];
  const pairs = pairsOf(before, after);
  const change: Change = { pairs, before: old, after: young };
  const [was, is] = [findingsOf(old), findingsOf(young)];
  return {
    consequences: consequencesOf(change),
    added: without(is, was),
    cleared: without(was, is),
    changed: pairs.filter((pair) => !isSame(pair)).length,
  };
}

/** An object that the API server refuses stays as it is: nothing else becomes of it. */
function consequencesOf(change: Change): Consequence[] {
  const refused = change.pairs.map((pair) => [...refusals({ ...change, pairs: [pair] })]);
  const taken = { ...change, pairs: change.pairs.filter((_pair, index) => refused[index]?.length === 0) };
  return [...refused.flat(), ...QUESTIONS.flatMap((ask) => [...ask(taken)])];
}

function findingsOf(set: ManifestSet): Finding[] {
  return check(set)
    .map(({ finding }) => finding)
    .filter(({ severity, acknowledged }) => severity !== 'advice' && acknowledged === undefined);
}

/** A fault of an object is the same, whatever the numbers in it are. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const keyOf = ({ rule, object, path }: Finding) => `${rule} ${object} ${path}`;
  const known = new Set(others.map(keyOf));
  return findings.filter((finding) => !known.has(keyOf(finding)));
}
