import { groupedBy } from '../grouped';
import { attachments } from './attachment';
import { capacities } from './capacity';
import type { Consequence } from './consequence';
import { counts } from './count';
import { drains } from './drain';
import {
  findingsOf,
  type LocatedSide,
  numberedSides,
  type ReviewedFinding,
  reviewedFinding,
  without,
} from './findings';
import { left } from './left';
import type { ReviewedLoad } from './load';
import { movesIn } from './moves';
import { isSame, type Pair, pairsOf, type ReviewedFolder, touchedFolders } from './pairs';
import { type ObjectPlace, placeOf } from './place';
import { refusals } from './refused';
import { restarts } from './restart';
import { scalings } from './scaling';
import { stale } from './stale';
import { taken } from './taken';
import { timings } from './timing';
import { traffic } from './traffic';

/** What a change does for someone, and nothing else. */
export interface Review {
  readonly consequences: readonly ReviewedConsequence[];
  /** What the rules find after the change and did not before, and the other way round. */
  readonly added: readonly ReviewedFinding[];
  readonly cleared: readonly ReviewedFinding[];
  /** How many objects an apply makes, or stores in another form. */
  readonly changed: number;
  /** What a load does before and after, where one was said. */
  readonly loads?: readonly ReviewedLoad[];
}

export type ReviewedConsequence = Consequence & ObjectPlace;

/** What is asked of each object that the API server takes. */
function questionsOn(
  pairs: readonly Pair[],
  touched: ReadonlySet<string>,
): readonly ((pair: Pair) => Iterable<Consequence>)[] {
  const moves = movesIn(pairs);
  return [
    traffic(moves),
    counts(touched),
    restarts,
    stale,
    drains,
    attachments,
    scalings,
    timings,
    capacities,
    left(moves),
  ];
}

/** Two states of some folders. An object that the API server refuses stays as it is, to all others, too. */
export function review(before: readonly ReviewedFolder[], after: readonly ReviewedFolder[]): Review {
  const pairs = pairsOf(before, after);
  const sides = numberedSides(pairs, movesIn(pairs));
  const [was, is] = [findingsOf(before, sides), findingsOf(after, sides)];
  const [added, cleared] = [without(is, was), without(was, is)];
  const unsound = groupedBy(added.filter(isRefusal), ({ side }) => side);
  const refused = new Map<Pair, readonly Consequence[]>();
  for (const pair of pairs) {
    const told = [...((pair.after && unsound.get(pair.after)) ?? []).map(refusalOf), ...refusals(pair)];
    if (told.length > 0) refused.set(pair, told);
  }
  return {
    consequences: [...Array.from(refused, placed).flat(), ...consequencesOf(before, after, pairs, refused)],
    added: added.filter((each) => !isRefusal(each)).map(reviewedFinding),
    cleared: cleared.map(reviewedFinding),
    changed: pairs.filter((pair) => pair.after !== undefined && !isSame(pair)).length,
  };
}

/** An error of another kind is taken all the same, and can never work. */
function isRefusal({ finding, rule }: LocatedSide): boolean {
  return finding.severity === 'error' && rule.accepted !== true;
}

function refusalOf({ finding: { path, message, fix } }: LocatedSide): Consequence {
  return { kind: 'refused', field: path, message: `${path} ${message}`, wayOut: fix };
}

function consequencesOf(
  before: readonly ReviewedFolder[],
  after: readonly ReviewedFolder[],
  asked: readonly Pair[],
  refused: ReadonlyMap<Pair, unknown>,
): ReviewedConsequence[] {
  const kept = [...refused.keys()].flatMap(({ before: old, after: young }) =>
    young === undefined ? [] : [[young.manifest, old?.manifest] as const],
  );
  const pairs = pairsOf(before, taken(after, new Map(kept)));
  const questions = questionsOn(pairs, touchedFolders(asked));
  return pairs.flatMap((pair) => placed([pair, questions.flatMap((ask) => [...ask(pair)])]));
}

function placed([{ before, after }, told]: readonly [Pair, readonly Consequence[]]): ReviewedConsequence[] {
  const side = after ?? before;
  if (side === undefined || told.length === 0) return [];
  const place = placeOf(side);
  return told.map((each) => ({ ...place, ...each }));
}
