import { at, type Manifest, nameOf, namespaceOf } from '../manifest';
import { DNS_SUBDOMAIN } from '../names';
import { type ManifestSet, mayShareNamespace, targetReference } from './manifest-set';
import { onceASet } from './once-a-set';
import { autoscalersIn } from './scaled';
import { isSlip } from './typo';

/** An autoscaler whose target stands nowhere in the input. */
export interface LostTarget {
  readonly autoscaler: Manifest;
  readonly kind: string;
  readonly name: string;
  /** The workload that was surely meant, if one was. */
  readonly meant?: { readonly workload: Manifest; readonly lies: Lies };
}

/** Where a workload was found that was surely meant. */
type Lies = 'in another namespace' | 'under another name' | 'under another kind';

/** Kinds that stand in manifests; what is of another kind may come out of an operator. */
const KINDS = ['Deployment', 'StatefulSet'];

export const lostTargetsIn = onceASet((set): readonly LostTarget[] => {
  return autoscalersIn(set).flatMap((autoscaler) => {
    if (set.targetOf(autoscaler) !== undefined) return [];
    const { kind, name } = targetReference(autoscaler);
    if (!KINDS.includes(kind) || typeof at(autoscaler, 'spec', 'scaleTargetRef', 'name') !== 'string') return [];
    const namesakes = set.namesakes(kind, name);
    if (namesakes.some((each) => mayShareNamespace(each, autoscaler))) return [];
    const elsewhere = namesakes.find((each) => set.holds(each));
    if (elsewhere !== undefined) {
      if (isMovedByKustomize(set)) return [];
      return [{ autoscaler, kind, name, meant: { workload: elsewhere, lies: 'in another namespace' } as const }];
    }
    const otherKind = KINDS.filter((each) => each !== kind)
      .map((each) => set.find(each, name, autoscaler))
      .find((each) => each !== undefined && set.holds(each) && set.autoscalersFor(each).length === 0);
    if (otherKind !== undefined) {
      return [{ autoscaler, kind, name, meant: { workload: otherKind, lies: 'under another kind' } as const }];
    }
    const workload = misspelt(set, autoscaler, kind, name);
    if (workload !== undefined) {
      return [{ autoscaler, kind, name, meant: { workload, lies: 'under another name' } as const }];
    }
    // A placeholder is filled in later, and nobody knows with what.
    return DNS_SUBDOMAIN.matches(name) ? [{ autoscaler, kind, name }] : [];
  });
});

/** A Kustomization that says a namespace puts all objects into it, whatever they say. */
function isMovedByKustomize(set: ManifestSet): boolean {
  return (set.around ?? set).ofKind('Kustomization').some(({ namespace }) => namespace !== undefined);
}

/** The one workload that is called almost the same, and has no autoscaler: of the set, or of the same namespace. */
function misspelt(set: ManifestSet, autoscaler: Manifest, kind: string, name: string): Manifest | undefined {
  const free = (inside: ManifestSet | undefined, mayBe: (workload: Manifest) => boolean) =>
    (inside?.ofKind(kind) ?? []).find(
      (each) => isMeant(name, nameOf(each)) && mayBe(each) && inside?.autoscalersFor(each).length === 0,
    );
  return (
    free(set, (each) => mayShareNamespace(each, autoscaler)) ??
    (hasOwnNamespace(autoscaler)
      ? free(set.around, (each) => namespaceOf(each) === namespaceOf(autoscaler))
      : undefined)
  );
}

/** No name of a workload has capitals. */
function isMeant(written: string, name: string): boolean {
  return written.toLowerCase() === name || isSlip(written, name);
}

/** Whether the namespace tells which app it is: many apps share `default`, and what is not said may be any. */
export function hasOwnNamespace(manifest: Manifest): boolean {
  const namespace = namespaceOf(manifest);
  return namespace !== undefined && namespace !== 'default';
}
