import { append } from '../grouped';
import type { Manifest } from '../manifest';
import { plural } from '../plural';
import { limitOf, podsThatMayGo, workloadsOfBudget } from '../rules/budgets';
import type { ManifestSet } from '../rules/manifest-set';
import { onceASet } from '../rules/once-a-set';
import type { Consequence } from './consequence';
import { isKept, type Pair, type Side } from './pairs';
import { hasReplicas, podRangeOf } from './pods';

/** What a drain of a node, or the loss of one, does to a workload when it has its fewest pods. */
export function* drains(pair: Pair): Iterable<Consequence> {
  if (!isKept(pair) || !hasReplicas(pair.after.manifest)) return;
  const [was, is] = [drainOf(pair.before), drainOf(pair.after)];
  if (was !== is) yield { kind: 'drain', message: `at rest, ${is}; was: ${was}` };
}

function drainOf(side: Side): string {
  const { least } = podRangeOf(side);
  if (least === 0) return 'there is no pod';
  const pods = plural(least, 'pod');
  const limits = (budgetsIn(side.folder.set).get(side.manifest) ?? []).flatMap((each) => limitOf(each) ?? []);
  const whole = `a node's end takes ${least === 1 ? 'the one pod, and with it the app' : `those of ${pods} that are on it`}`;
  if (limits.length === 0) return `${whole}, and no budget holds a drain back`;
  const may = Math.max(0, Math.min(...limits.map((limit) => podsThatMayGo(limit, least))));
  return may === 0
    ? `of ${pods} none may go: no drain of a node with one ends`
    : `of ${pods} a drain takes ${Math.min(may, least)} at a time${may >= least ? ', and with that all' : ''}`;
}

/** The budgets of each workload. */
const budgetsIn = onceASet((set: ManifestSet): ReadonlyMap<Manifest, readonly Manifest[]> => {
  const budgets = new Map<Manifest, Manifest[]>();
  for (const budget of (set.around ?? set).ofKind('PodDisruptionBudget')) {
    for (const workload of workloadsOfBudget(set, budget)) append(budgets, workload, budget);
  }
  return budgets;
});
