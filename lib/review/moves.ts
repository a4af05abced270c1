import { groupedBy } from '../grouped';
import { fields, nameOf, namespaceOf } from '../manifest';
import { canonical } from '../stored/canonical';
import { groupOf, type Pair, type Side } from './pairs';

/** What an object has in common with the one that it goes on as. */
const COMMON: readonly ((side: Side) => string)[] = [
  // In another namespace.
  (side) => `${kindOf(side)} ${nameOf(side.manifest)}`,
  // Under another name, which stands nowhere else in it.
  (side) => `${placeOf(side)} ${canonical({ ...side.stored, metadata: withoutName(side) })}`,
  // Under another name, which stands in labels and references, too.
  (side) => `${placeOf(side)} ${side.text.replaceAll(JSON.stringify(nameOf(side.manifest)), '')}`,
];

/** Where each object that is there no more goes on: in another namespace, or under another name. */
export function movesIn(pairs: readonly Pair[]): ReadonlyMap<Side, Side> {
  const gone = pairs.flatMap(({ before, after }) => (before !== undefined && after === undefined ? [before] : []));
  const come = pairs.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after] : []));
  const moves = new Map<Side, Side>();
  for (const keyOf of COMMON) {
    const taken = new Set(moves.values());
    const free = groupedBy(
      come.filter((each) => !taken.has(each)),
      keyOf,
    );
    const left = groupedBy(
      gone.filter((each) => !moves.has(each)),
      keyOf,
    );
    for (const [key, [before, ...others]] of left) {
      const [after, ...more] = free.get(key) ?? [];
      // Of several that are alike, nobody knows which is which.
      if (before && after && others.length + more.length === 0) moves.set(before, after);
    }
  }
  return moves;
}

function kindOf({ manifest }: Side): string {
  return `${groupOf(manifest)} ${manifest.kind}`;
}

function placeOf(side: Side): string {
  return `${kindOf(side)} ${namespaceOf(side.manifest) ?? ''}`;
}

function withoutName({ stored }: Side) {
  const { name: _, ...metadata } = fields(stored.metadata);
  return metadata;
}
