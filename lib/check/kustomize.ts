import { join, normalize } from 'node:path/posix';
import { at, fields, isKind, itemsAt, nameOf } from '../manifest';
import type { ReadManifest } from '../read/read';

/**
 * Objects that are no whole objects but patches over others: those of files that a Kustomization names as patches, and
 * autoscalers without a target beside whole ones of their name. A check of them as if they were whole would tell lies.
 */
export function patchesIn(manifests: readonly ReadManifest[]): ReadonlySet<ReadManifest> {
  const patchFiles = new Set(manifests.flatMap(patchFilesOf));
  return new Set(
    manifests.filter((each) => patchFiles.has(normalize(each.source.file)) || isAutoscalerFragment(each, manifests)),
  );
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

function isAutoscalerFragment({ manifest }: ReadManifest, manifests: readonly ReadManifest[]): boolean {
  const isFragment = (each: ReadManifest['manifest']) =>
    isKind(each, 'HorizontalPodAutoscaler') && at(each, 'spec', 'scaleTargetRef') === undefined;
  return (
    isFragment(manifest) &&
    manifests.some(
      ({ manifest: other }) =>
        isKind(other, 'HorizontalPodAutoscaler') && !isFragment(other) && nameOf(other) === nameOf(manifest),
    )
  );
}
