import { at, fields, type Located, type Manifest } from '../manifest';
import { intOrPercentFault, isNone } from './int-or-percent';
import { integerFault } from './integer';
import { type Fault, fault, type Rule } from './rule';
import { workloadsOf } from './workloads';

export const updateStrategy: Rule = {
  id: 'update-strategy',
  severity: 'error',
  summary: 'A rollout is of a type that the kind knows, has the settings of that type alone, and can make headway.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  *check(set) {
    for (const manifest of workloadsOf(set, 'Deployment')) yield* deploymentFaults(manifest);
    for (const manifest of workloadsOf(set, 'DaemonSet')) yield* daemonSetFaults(manifest);
    for (const manifest of workloadsOf(set, 'StatefulSet')) {
      yield* statefulSetFaults(manifest, set.settings.kubernetes);
    }
  },
};

function* deploymentFaults(manifest: Manifest): Iterable<Fault> {
  const strategy = { path: 'spec.strategy', value: at(manifest, 'spec', 'strategy') };
  const type = typeOf(strategy);
  yield* typeFaults(manifest, strategy, ['RollingUpdate', 'Recreate']);
  if (type === 'Recreate') yield* strayRollingUpdate(manifest, strategy);
  if (type !== 'RollingUpdate') return;

  const { maxUnavailable, maxSurge } = fields(fields(strategy.value).rollingUpdate);
  yield* amountFaults(manifest, { path: MAX_UNAVAILABLE, value: maxUnavailable }, 'max 100%');
  yield* amountFaults(manifest, { path: MAX_SURGE, value: maxSurge }, 'any');
  if (isNone(maxUnavailable) && isNone(maxSurge)) {
    const where = { path: MAX_UNAVAILABLE, value: maxUnavailable };
    yield fault(manifest, where, 'must be more than 0 where maxSurge is 0, or no pod could be replaced', 'raise one');
  }
}

const MAX_UNAVAILABLE = 'spec.strategy.rollingUpdate.maxUnavailable';
const MAX_SURGE = 'spec.strategy.rollingUpdate.maxSurge';

function* daemonSetFaults(manifest: Manifest): Iterable<Fault> {
  const strategy = { path: 'spec.updateStrategy', value: at(manifest, 'spec', 'updateStrategy') };
  yield* typeFaults(manifest, strategy, ['RollingUpdate', 'OnDelete']);
  if (typeOf(strategy) !== 'RollingUpdate') return;

  const { maxUnavailable, maxSurge } = fields(fields(strategy.value).rollingUpdate);
  const unavailable = { path: `${strategy.path}.rollingUpdate.maxUnavailable`, value: maxUnavailable ?? 1 };
  const surge = { path: `${strategy.path}.rollingUpdate.maxSurge`, value: maxSurge ?? 0 };
  yield* amountFaults(manifest, unavailable, 'max 100%');
  yield* amountFaults(manifest, surge, 'max 100%');
  if (isNone(unavailable.value) !== isNone(surge.value)) return;
  const must = 'must be 0 where maxSurge is not, and more than 0 where maxSurge is 0 (maxUnavailable is 1 by itself)';
  yield fault(manifest, unavailable, must, 'let one of the two be more than 0');
}

function* statefulSetFaults(manifest: Manifest, minor: number): Iterable<Fault> {
  const strategy = { path: 'spec.updateStrategy', value: at(manifest, 'spec', 'updateStrategy') };
  const type = typeOf(strategy);
  yield* typeFaults(manifest, strategy, ['RollingUpdate', 'OnDelete']);
  if (type === 'OnDelete') yield* strayRollingUpdate(manifest, strategy);
  if (type !== 'RollingUpdate') return;

  const { partition, maxUnavailable } = fields(fields(strategy.value).rollingUpdate);
  const first = { path: `${strategy.path}.rollingUpdate.partition`, value: partition ?? undefined };
  const partitionFault = integerFault(first, 0);
  if (partitionFault !== undefined) yield fault(manifest, first, partitionFault, 'leave it out to update all pods');

  // Before, the gate MaxUnavailableStatefulSet was off, and the API server drops the field unseen.
  if (minor < 37) return;
  const unavailable = { path: `${strategy.path}.rollingUpdate.maxUnavailable`, value: maxUnavailable };
  yield* amountFaults(manifest, unavailable, 'max 100%');
  if (isNone(maxUnavailable)) {
    yield fault(manifest, unavailable, 'must be more than 0, or no pod could be replaced', 'leave it out for 1');
  }
}

/** An update rolls where nothing else is said. */
function typeOf({ value }: Located): unknown {
  return fields(value).type || 'RollingUpdate';
}

function* typeFaults(manifest: Manifest, strategy: Located, types: readonly string[]): Iterable<Fault> {
  if (types.includes(typeOf(strategy) as string)) return;
  const where = { path: `${strategy.path}.type`, value: fields(strategy.value).type };
  yield fault(manifest, where, `must be one of ${types.join(', ')}`, 'leave it out for RollingUpdate');
}

function* strayRollingUpdate(manifest: Manifest, strategy: Located): Iterable<Fault> {
  const { type, rollingUpdate } = fields(strategy.value);
  if (rollingUpdate === undefined || rollingUpdate === null) return;
  const where = { path: `${strategy.path}.rollingUpdate`, value: rollingUpdate };
  yield fault(manifest, where, `must not be set, since the type is ${type}`, 'leave it out, or write RollingUpdate');
}

function* amountFaults(manifest: Manifest, amount: Located, max: 'max 100%' | 'any'): Iterable<Fault> {
  const must = intOrPercentFault(amount.value, max);
  if (must !== undefined) yield fault(manifest, amount, must, "write a number of pods (1), or a share of them ('25%')");
}
