import { type Skipped, skippedFor } from '../check/files';
import { patchesIn } from '../check/kustomize';
import { at, fields, itemsAt, nameOf, show } from '../manifest';
import type { ReadManifest } from '../read/read';

/** What is an object of its own, and what is a patch, a recipe, or made by another object. */
export function sift(read: readonly ReadManifest[]): {
  readonly kept: readonly ReadManifest[];
  readonly skipped: readonly Skipped[];
  /** What the API server refuses to read. */
  readonly broken: readonly Skipped[];
} {
  const patches = patchesIn(read);
  const reasons = read.map((each) => [each, whyNot(each, patches)] as const);
  const misnamed = read.filter(isMisnamed);
  return {
    kept: reasons.flatMap(([each, reason]) => (reason === undefined && !isMisnamed(each) ? [each] : [])),
    broken: misnamed.map((each) => {
      const name = show(at(each.manifest, 'metadata', 'name'));
      return skippedFor(each, `metadata.name must be text, got ${name}: quote it`);
    }),
    skipped: reasons.flatMap(([each, reason]) => (reason === undefined ? [] : [skippedFor(each, reason)])),
  };
}

/** YAML 1.1 reads `no` and `n` as false. */
function isMisnamed({ manifest }: ReadManifest): boolean {
  const name = at(manifest, 'metadata', 'name');
  return name !== undefined && name !== null && typeof name !== 'string';
}

function whyNot(each: ReadManifest, patches: ReadonlySet<ReadManifest>): string | undefined {
  const { manifest } = each;
  if (String(manifest.apiVersion).startsWith('kustomize.config.k8s.io/')) {
    return 'a recipe of kustomize: adopt what it builds (kubectl kustomize FOLDER | ml-app adopt -)';
  }
  if (patches.has(each)) return 'a patch over another object: adopt what kustomize builds of the two';
  if (nameOf(manifest) === '' && !isMisnamed(each)) return 'an object without a name: kubectl apply takes none';
  const controller = itemsAt(manifest, 'metadata', 'ownerReferences')
    .map(({ value }) => fields(value))
    .find((owner) => owner.controller === true);
  return controller && at(manifest, 'metadata', 'uid') !== undefined
    ? `made by ${controller.kind} ${controller.name}, which will make it again`
    : undefined;
}
