import type { Manifest } from '../manifest';
import { ManifestSet } from '../rules/manifest-set';
import type { ReviewedFolder } from './pairs';

/** The folders as they come to stand in the cluster: of what is refused, what was there stays, or nothing. */
export function taken(
  folders: readonly ReviewedFolder[],
  refused: ReadonlyMap<Manifest, Manifest | undefined>,
): readonly ReviewedFolder[] {
  if (refused.size === 0) return folders;
  const stands = folders.map(({ set }) =>
    set.manifests.map((each) => (refused.has(each) ? refused.get(each) : each)).filter((each) => each !== undefined),
  );
  const [settings] = folders.map(({ set }) => set.settings);
  if (settings === undefined) return folders;
  const around = folders.length > 1 ? new ManifestSet(stands.flat(), settings) : undefined;
  return folders.map(({ name }, index) => ({ name, set: new ManifestSet(stands[index] ?? [], settings, { around }) }));
}
