import { groupedBy } from '../../grouped';
import { plural } from '../../plural';
import type { Consequence, ConsequenceKind } from '../consequence';
import type { Review } from '../review';

/** The gravest first: what does not happen at all, who is cut off, whose pods go. */
export const GRAVITY: readonly ConsequenceKind[] = [
  'refused',
  'traffic',
  'count',
  'restart',
  'scaling',
  'capacity',
  'left',
];

/** What changes for each object, the objects of which the gravest is told first. */
export function byObject({ consequences }: Review): (readonly [object: string, told: readonly Consequence[]])[] {
  const sorted = [...consequences].sort((one, other) => rank(one) - rank(other));
  return [...groupedBy(sorted, ({ object }) => object)];
}

function rank({ kind }: Consequence): number {
  return GRAVITY.indexOf(kind);
}

/** `2 consequences (1 refused, 1 restart), 1 finding more, 0 less; 3 objects change`. */
export function headline({ consequences, added, cleared, changed }: Review): string {
  if (consequences.length + added.length + cleared.length === 0) {
    return changed === 0 ? 'No change' : `No consequence: ${plural(changed, 'object')} changed`;
  }
  const kinds = GRAVITY.flatMap((kind) => {
    const count = consequences.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const told =
    kinds.length === 0 ? 'No consequence' : `${plural(consequences.length, 'consequence')} (${kinds.join(', ')})`;
  const findings = [
    ...(added.length === 0 ? [] : [`${plural(added.length, 'finding')} more`]),
    ...(cleared.length === 0 ? [] : [`${plural(cleared.length, 'finding')} less`]),
  ];
  return `${[told, ...findings].join(', ')}; ${plural(changed, 'object')} changed`;
}
