import { objectOf } from '../rules/rule';
import type { Change } from './change';
import type { Consequence } from './consequence';
import { deletionOf } from './deletion';

/** What is in the folder no more: `kubectl apply -f` deletes nothing. */
export function* left({ pairs }: Change): Iterable<Consequence> {
  for (const { before, after } of pairs) {
    if (before === undefined || after !== undefined) continue;
    const { manifest } = before;
    yield {
      kind: 'left',
      object: objectOf(manifest),
      message: 'it stays in the cluster: an apply deletes nothing',
      wayOut: deletionOf(manifest),
    };
  }
}
