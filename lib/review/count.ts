import { at, type Manifest } from '../manifest';
import { objectOf } from '../rules/rule';
import { asApplied } from './applied';
import type { Consequence } from './consequence';
import { forgetting } from './kubectl';
import { isKept, type Pair } from './pairs';
import { hasReplicas, podRangeOf } from './pods';

/** What the apply does to the number of pods that run: `kubectl apply` sets `replicas` where a manifest says it. */
export function counts(touched: ReadonlySet<string>) {
  return function* (pair: Pair): Iterable<Consequence> {
    if (!isKept(pair) || !hasReplicas(pair.after.manifest)) return;
    const { before, after } = pair;
    const [was, is] = [before, after].map(({ manifest }) => replicasOf(manifest));
    // To say a default is another thing than to leave it to the autoscaler, though it is stored alike.
    if (was === is && !touched.has(after.folder.name)) return;
    const { autoscaler, least, most } = podRangeOf(after);
    if (is !== undefined && autoscaler !== undefined) {
      yield {
        kind: 'count',
        replicas: is,
        message: `every apply sets the number of pods to ${is}, whatever ${objectOf(autoscaler)} has made of it (${least} to ${most})`,
        wayOut: `leave replicas out; so that no pod goes then: ${forgetting(after.manifest)}, and take replicas out there, too`,
      };
    } else if (is === undefined && was !== undefined && (autoscaler !== undefined || was !== 1)) {
      yield {
        kind: 'count',
        replicas: 1,
        message: 'replicas is left out: the first apply without it sets the number of pods to 1, once',
        wayOut: `so that no pod goes: ${forgetting(after.manifest)}, take replicas out there, and apply then`,
      };
    } else if (autoscaler === undefined && (is ?? 1) !== (was ?? 1)) {
      yield { kind: 'count', replicas: is ?? 1, message: `the number of pods becomes ${is ?? 1}, from ${was ?? 1}` };
    }
  };
}

function replicasOf(manifest: Manifest): number | undefined {
  const value = at(asApplied(manifest), 'spec', 'replicas');
  return typeof value === 'number' ? value : undefined;
}
