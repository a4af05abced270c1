import { groupedBy } from '../grouped';
import { fields, nameOf, namespaceOf } from '../manifest';
import { canonical } from '../stored/canonical';
import { groupOf, type Pair, type Side } from './pairs';

/** Where each object that is there no more goes on: in another namespace, or under another name. */
export function movesIn(pairs: readonly Pair[]): ReadonlyMap<Side, Side> {
  const gone = pairs.flatMap(({ before, after }) => (before !== undefined && after === undefined ? [before] : []));
  const come = pairs.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after] : []));
  const moves = new Map<Side, Side>();
  for (const isMove of [isOfOtherNamespace, isOfOtherName]) {
    const free = groupedBy(come, kindOf);
    for (const before of gone) {
      const taken = new Set(moves.values());
      const found = (free.get(kindOf(before)) ?? []).filter((each) => !taken.has(each) && isMove(before, each));
      if (!moves.has(before) && found.length === 1 && found[0] !== undefined) moves.set(before, found[0]);
    }
  }
  return moves;
}

function kindOf({ manifest }: Side): string {
  return `${groupOf(manifest)} ${manifest.kind}`;
}

function isOfOtherNamespace(before: Side, after: Side): boolean {
  return nameOf(before.manifest) === nameOf(after.manifest);
}

/** All else is the same, but for the name: that stands in labels, too, or it does not. */
function isOfOtherName(before: Side, after: Side): boolean {
  const [was, is] = [nameOf(before.manifest), nameOf(after.manifest)];
  const metadata = { ...fields(before.stored.metadata), name: is };
  return (
    namespaceOf(before.manifest) === namespaceOf(after.manifest) &&
    (canonical({ ...before.stored, metadata }) === after.text ||
      before.text.replaceAll(JSON.stringify(was), () => JSON.stringify(is)) === after.text)
  );
}
