import { at, isKind, type Manifest, nameOf, namespaceOf } from '../manifest';
import { type ManifestSet, targetReference } from './manifest-set';
import { onceASet } from './once-a-set';
import { autoscalersIn } from './scaled';

/** An autoscaler, and an earlier one that scales the same workload. */
export type Rivals = readonly [later: Manifest, earlier: Manifest];

/** The autoscalers of a set that scale a workload that another one scales, too. */
export const rivalsIn = onceASet((set): readonly Rivals[] => Array.from(findRivals(set)));

function* findRivals(set: ManifestSet): Iterable<Rivals> {
  const byTarget = new Map<string, Manifest>();
  for (const autoscaler of autoscalersIn(set)) {
    if (isPaused(autoscaler) || at(autoscaler, 'spec', 'scaleTargetRef', 'name') === undefined) continue;
    const { kind, name } = targetReference(autoscaler);
    const target = [namespaceOf(autoscaler), kind, name].join('|');
    const earlier = byTarget.get(target);
    // Of one name they are one object, and the later apply overwrites the earlier.
    if (earlier === undefined) byTarget.set(target, autoscaler);
    else if (!isOneObject(earlier, autoscaler) && !takesOver(autoscaler, earlier)) yield [autoscaler, earlier];
  }
}

function isOneObject(one: Manifest, other: Manifest): boolean {
  return one.kind === other.kind && nameOf(one) === nameOf(other);
}

/** KEDA removes the HorizontalPodAutoscaler of a ScaledObject that is paused. */
function isPaused(autoscaler: Manifest): boolean {
  const annotations = at(autoscaler, 'metadata', 'annotations');
  return isKind(autoscaler, 'ScaledObject') && at(annotations, 'autoscaling.keda.sh/paused') === 'true';
}

/** A ScaledObject may be given the HorizontalPodAutoscaler that was there before it. */
function takesOver(scaledObject: Manifest, earlier: Manifest): boolean {
  return (
    at(scaledObject, 'metadata', 'annotations', 'scaledobject.keda.sh/transfer-hpa-ownership') === 'true' &&
    at(scaledObject, 'spec', 'advanced', 'horizontalPodAutoscalerConfig', 'name') === nameOf(earlier)
  );
}
