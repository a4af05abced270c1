import { join, normalize } from 'node:path/posix';
import { groupedBy } from '../grouped';
import { at, fields, isKind, itemsAt, nameOf } from '../manifest';
import type { ReadManifest } from '../read/read';
import { mayShareNamespace } from '../rules/manifest-set';

/**
 * Objects that are no whole objects but patches over others: those of files that a Kustomization names as patches, and
 * autoscalers without a target beside whole ones of their name. A check of them as if they were whole would tell lies.
 */
export function patchesIn(manifests: readonly ReadManifest[]): ReadonlySet<ReadManifest> {
  const patchFiles = new Set(manifests.flatMap(patchFilesOf));
  const autoscalers = manifests.filter(({ manifest }) => isKind(manifest, 'HorizontalPodAutoscaler'));
  const whole = groupedBy(
    autoscalers.filter((each) => !isFragment(each)),
    ({ manifest }) => nameOf(manifest),
  );
  const fragments = autoscalers.filter(
    (each) => isFragment(each) && (whole.get(nameOf(each.manifest)) ?? []).some((other) => mayBePatched(other, each)),
  );
  const named = patchFiles.size === 0 ? [] : manifests.filter((each) => patchFiles.has(normalize(each.source.file)));
  return new Set([...named, ...fragments]);
}

function isFragment({ manifest }: ReadManifest): boolean {
  return at(manifest, 'spec', 'scaleTargetRef') === undefined;
}

/** A patch stands in a file of its own, and is for an object of its namespace. */
function mayBePatched(whole: ReadManifest, patch: ReadManifest): boolean {
  return whole.source.file !== patch.source.file && mayShareNamespace(whole.manifest, patch.manifest);
}

/** @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/ */
function patchFilesOf({ manifest, source }: ReadManifest): string[] {
  if (!String(manifest.apiVersion).startsWith('kustomize.config.k8s.io/')) return [];
  const folder = join(source.file, '..');
  const named = [
    ...itemsAt(manifest, 'patches').map(({ value }) => fields(value).path),
    ...itemsAt(manifest, 'patchesStrategicMerge').map(({ value }) => value),
  ];
  return named.filter((path) => typeof path === 'string').map((path) => join(folder, path));
}
