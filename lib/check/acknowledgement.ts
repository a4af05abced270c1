import { ACKNOWLEDGE } from '../acknowledge';
import { at, fields, isKind, type Manifest } from '../manifest';
import { isAutoscaler, type ManifestSet } from '../rules/manifest-set';

/** The acknowledgements of one object: the reason by the id of the rule. */
export function acknowledgementsOf(manifest: Manifest): ReadonlyMap<string, unknown> {
  const annotations = Object.entries(fields(at(manifest, 'metadata', 'annotations')));
  return new Map(
    annotations
      .filter(([key]) => key.startsWith(ACKNOWLEDGE))
      .map(([key, reason]) => [key.slice(ACKNOWLEDGE.length), reason]),
  );
}

/** The objects whose acknowledgements count for an object: itself, and the workloads that it belongs to. */
export function acknowledgersOf(manifest: Manifest, set: ManifestSet): readonly Manifest[] {
  if (isAutoscaler(manifest)) {
    const target = set.targetOf(manifest);
    return target === undefined ? [manifest] : [manifest, target];
  }
  if (isKind(manifest, 'Service'))
    return [manifest, ...set.workloadsBehind(at(manifest, 'spec', 'selector'), manifest)];
  if (isKind(manifest, 'PodDisruptionBudget')) {
    return [manifest, ...set.workloadsBehind(at(manifest, 'spec', 'selector', 'matchLabels'), manifest)];
  }
  return [manifest];
}
