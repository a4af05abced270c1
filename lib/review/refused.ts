import { at, type Fields, fields } from '../manifest';
import { milliOf } from '../quantity';
import { canonical } from '../stored/canonical';
import type { Consequence } from './consequence';
import { isHeadless } from './headless';
import { immutableFieldsOf } from './immutable';
import { groupOf, isKept, type Pair, type Side } from './pairs';

/** What the API server will not take, since the object that exists can't be changed so. */
export function* refusals(pair: Pair): Iterable<Consequence> {
  if (!isKept(pair)) return;
  const { before, after } = pair;
  const { kubernetes } = after.folder.set.settings;
  for (const each of immutableFieldsOf(groupOf(after.manifest), String(after.manifest.kind))) {
    if (kubernetes >= (each.mutableSince ?? Number.POSITIVE_INFINITY) || each.counts?.(before.stored) === false)
      continue;
    // What neither says is the server's own default, and stays.
    if (isAlike(before, after, each.path) || !isSaid(each.path, before, after)) continue;
    yield refusal(each.path, `${each.path.join('.')} can't be changed`, each.wayOut);
  }
  yield* frozenStore(before, after);
  yield* smallerClaim(before, after);
  yield* otherAddress(before, after);
}

function refusal(path: readonly string[], message: string, wayOut: string): Consequence {
  return { kind: 'refused', field: path.join('.'), message: `${message}: the API server refuses the apply`, wayOut };
}

function isAlike(before: Side, after: Side, path: readonly string[]): boolean {
  return canonical(at(before.stored, ...path)) === canonical(at(after.stored, ...path));
}

function isSaid(path: readonly string[], ...sides: readonly Side[]): boolean {
  return sides.some(({ manifest }) => at(manifest, ...path) != null);
}

/** A ConfigMap or Secret that says so stays as it is. */
function* frozenStore(before: Side, after: Side): Iterable<Consequence> {
  if (before.manifest.immutable !== true) return;
  const changed = ['data', 'binaryData', 'immutable'].find((name) => !isAlike(before, after, [name]));
  if (changed === undefined) return;
  const wayOut = 'give it another name, and name that where it is used';
  yield refusal([changed], 'it is immutable', wayOut);
}

const CLAIMED = ['spec', 'resources', 'requests', 'storage'];

/** A volume can grow, where its class allows that, but not shrink. */
function* smallerClaim(before: Side, after: Side): Iterable<Consequence> {
  if (after.manifest.kind !== 'PersistentVolumeClaim') return;
  const [was, is] = [before, after].map(({ manifest }) => milliOf(at(manifest, ...CLAIMED)));
  if (was === undefined || is === undefined || is >= was) return;
  yield refusal(
    CLAIMED,
    `${CLAIMED.join('.')} can't be made less`,
    'make a claim of another name, and copy what is on the volume',
  );
}

/** A Service that has an address keeps it; one that is an alias has none. */
function* otherAddress(before: Side, after: Side): Iterable<Consequence> {
  if (after.manifest.kind !== 'Service') return;
  const [old, young] = [before, after].map(({ manifest }) => fields(manifest.spec)) as [Fields, Fields];
  if (old.type === 'ExternalName' || young.type === 'ExternalName' || !young.clusterIP) return;
  if (old.clusterIP === young.clusterIP) return;
  const what = isHeadless(after.manifest)
    ? 'a Service that has an address keeps it, so that clusterIP: None is too late'
    : "spec.clusterIP can't be changed";
  const wayOut = 'give the Service with it another name; or delete this one, and apply: meanwhile nobody reaches it';
  yield refusal(['spec', 'clusterIP'], what, wayOut);
}
