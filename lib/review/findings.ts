import { check } from '../check/check';
import type { Finding, LocatedFinding } from '../check/finding';
import { at, fields, items, type Manifest } from '../manifest';
import type { Pair, ReviewedFolder, Side } from './pairs';
import { type ObjectPlace, placeOf } from './place';

/** What a rule finds at an object, and where that belongs. */
export type ReviewedFinding = Finding & ObjectPlace;

/** What the rules find on one side, by what is found and where: a fault is the same, whatever the numbers in it are. */
export function findingsOf(
  folders: readonly ReviewedFolder[],
  sides: ReadonlyMap<Manifest, NumberedSide>,
): Map<string, LocatedSide> {
  const found = new Map<string, LocatedSide>();
  for (const each of folders.flatMap(({ set }) => check(set))) {
    const place = sides.get(each.manifest);
    const { severity, acknowledged, rule, path } = each.finding;
    // One of two of a name is not there: the rules tell of that at the other.
    if (place === undefined || severity === 'advice' || acknowledged !== undefined) continue;
    found.set(`${place.number} ${rule} ${namedPath(each.manifest, path)}`, { ...each, side: place.side });
  }
  return found;
}

/** A side, with a number that the object has on both sides, also where it moves. */
export interface NumberedSide {
  readonly side: Side;
  readonly number: number;
}

export function numberedSides(pairs: readonly Pair[], moves: ReadonlyMap<Side, Side>): Map<Manifest, NumberedSide> {
  const numbers = new Map(pairs.map(({ before, after }, number) => [after ?? before, number]));
  const numbered = new Map<Manifest, NumberedSide>();
  for (const { before, after } of pairs) {
    const number = numbers.get(after ?? (before && (moves.get(before) ?? before))) ?? 0;
    for (const side of [before, after]) if (side !== undefined) numbered.set(side.manifest, { side, number });
  }
  return numbered;
}

export interface LocatedSide extends LocatedFinding {
  readonly side: Side;
}

/** What one side has and the other has not. */
export function without(
  found: ReadonlyMap<string, LocatedSide>,
  others: ReadonlyMap<string, LocatedSide>,
): LocatedSide[] {
  return [...found].filter(([key]) => !others.has(key)).map(([, each]) => each);
}

export function reviewedFinding({ finding, side }: LocatedSide): ReviewedFinding {
  return { ...finding, ...placeOf(side) };
}

/** With the names of items in place of their numbers, which others move. */
function namedPath(manifest: Manifest, path: string): string {
  let value: unknown = manifest;
  return path
    .split(/[.[\]]+/)
    .map((step) => {
      value = Array.isArray(value) ? items(value)[Number(step)] : at(value, step);
      const { name } = fields(value);
      return /^\d+$/.test(step) && typeof name === 'string' ? name : step;
    })
    .join('.');
}
