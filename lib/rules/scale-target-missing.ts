import { type Manifest, nameOf, namespaceOf } from '../manifest';
import { typeOfKind } from '../schema/schema';
import { hasOwnNamespace, type LostTarget, lostTargetsIn } from './lost-target';
import { type ManifestSet, mayShareNamespace } from './manifest-set';
import { nearest } from './nearest';
import { fault, type Rule } from './rule';

/** Where the workload may be made elsewhere, that is no sure fault. */
export const scaleTargetMissing: Rule = {
  id: 'scale-target-missing',
  severity: 'warning',
  summary: 'The workload of an autoscaler stands among the workloads beside it; one that is gone is scaled no more.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  *check(set) {
    const lost = lostTargetsIn(set).filter(({ meant }) => meant === undefined);
    if (lost.length === 0) return;
    const own = new Set(set.workloads().map(namespaceOf));
    const around = new Set(set.around?.workloads().map(namespaceOf));
    const makers = new Set(set.manifests.filter(isCustom).map(nameOf));
    for (const target of lost) {
      const { autoscaler, kind, name } = target;
      if (!hasNeighbours(autoscaler, own, around) || isMadeByOneOf(makers, name)) continue;
      yield fault(
        autoscaler,
        { path: 'spec.scaleTargetRef.name', value: name },
        `must be the name of a ${kind}: there is none of this name here, and until there is one, nothing is scaled`,
        wayOut(set, target),
      );
    }
  },
};

/** A look at an autoscaler alone tells nothing about its target: the apps that it belongs to must be here. */
function hasNeighbours(autoscaler: Manifest, own: Namespaces, around: Namespaces): boolean {
  const namespace = namespaceOf(autoscaler);
  if (hasOwnNamespace(autoscaler) && around.has(namespace)) return true;
  return own.has(namespace) || own.has(undefined) || (namespace === undefined && own.size > 0);
}

type Namespaces = ReadonlySet<string | undefined>;

/** Custom resources make Deployments that are called after them: the InferenceService `bert` makes `bert-predictor`. */
function isMadeByOneOf(makers: ReadonlySet<string>, name: string): boolean {
  const words = name.split('-');
  return words.some((_word, index) => makers.has(words.slice(0, index + 1).join('-')));
}

function isCustom({ apiVersion, kind }: Manifest): boolean {
  return kind !== 'ScaledObject' && typeOfKind(String(apiVersion), String(kind)) === undefined;
}

/** Beyond this many workloads, the nearest name is near by chance, and takes long to find. */
const MOST_TO_COMPARE = 100;

function wayOut(set: ManifestSet, { autoscaler, kind, name }: LostTarget): string {
  const names = set
    .ofKind(kind)
    .filter((each) => mayShareNamespace(each, autoscaler))
    .map(nameOf);
  const near = names.length <= MOST_TO_COMPARE ? nearest(name, names) : undefined;
  const meant = near ?? withoutPrefix(set, autoscaler, kind, name);
  return meant === undefined
    ? `write the name of a ${kind}, or remove the autoscaler if the ${kind} is gone`
    : `write name: ${meant}, if that is meant, or remove the autoscaler`;
}

/** `shop-api` may mean `api`. */
function withoutPrefix(set: ManifestSet, autoscaler: Manifest, kind: string, name: string): string | undefined {
  const words = name.split('-');
  return words
    .map((_word, index) => words.slice(index).join('-'))
    .find((shorter) => set.find(kind, shorter, autoscaler) !== undefined);
}
