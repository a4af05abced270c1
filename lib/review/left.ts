import { nameOf, namespaceOf } from '../manifest';
import { isWorkload } from '../rules/manifest-set';
import type { Consequence } from './consequence';
import { deletionOf } from './kubectl';
import type { Pair, Side } from './pairs';

/** What is in the folder no more: `kubectl apply -f` deletes nothing. */
export function left(moves: ReadonlyMap<Side, Side>) {
  return function* ({ before, after }: Pair): Iterable<Consequence> {
    if (before === undefined || after !== undefined) return;
    const next = moves.get(before);
    const message =
      next === undefined
        ? 'it stays in the cluster: an apply deletes nothing'
        : `it goes on as ${placeIn(before, next)}, and stays as it is, too, until it is deleted${isWorkload(before.manifest) ? ': the pods of both run' : ''}`;
    yield { kind: 'left', message, wayOut: deletionOf(before.manifest) };
  };
}

function placeIn(before: Side, after: Side): string {
  const [was, is] = [before, after].map(({ manifest }) => namespaceOf(manifest));
  const name = nameOf(after.manifest);
  return was === is
    ? name
    : `${name} in ${is === undefined ? 'the namespace that kubectl is set to' : `namespace ${is}`}`;
}
