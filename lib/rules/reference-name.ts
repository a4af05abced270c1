import { type Located, type Manifest, nameOf } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { nearby } from './nearby';
import { type Reference, referencesIn } from './references';
import { fault, type Rule } from './rule';
import { isSlip, isTypo } from './typo';

export const referenceName: Rule = {
  id: 'reference-name',
  severity: 'warning',
  summary:
    'A pod names a ConfigMap, Secret, claim or account that is there: else it does not start. Told where one of nearly that name is.',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#using-configmaps',
  *check(set) {
    const references = referencesIn(set);
    const missing = references.filter(({ kind, name, pod }) => set.find(kind, name.value, pod.manifest) === undefined);
    if (missing.length === 0) return;
    const unused = unusedIn(set, references);
    const told = new Set<Located>();
    for (const { kind, name, pod } of missing) {
      if (told.has(name)) continue;
      told.add(name);
      const meant = nearby(set, kind, pod.manifest).find(
        (each) => isSlip(name.value, nameOf(each)) || (unused.has(each) && isTypo(name.value, nameOf(each))),
      );
      if (meant === undefined) continue;
      const must = `must be a ${kind} that is there, or the pod does not start`;
      yield fault(
        pod.manifest,
        name,
        must,
        `write ${nameOf(meant)}${unused.has(meant) ? ', which nothing uses yet' : ''}`,
      );
    }
  },
};

/** What pods of a set may name, and none does. */
function unusedIn(set: ManifestSet, references: readonly Reference[]): ReadonlySet<Manifest> {
  const used = new Set(references.map(({ kind, name, pod }) => set.find(kind, name.value, pod.manifest)));
  const known = ['ConfigMap', 'Secret', 'PersistentVolumeClaim', 'ServiceAccount'].flatMap((kind) => set.ofKind(kind));
  return new Set(known.filter((each) => !used.has(each)));
}
