import { append } from '../grouped';
import { fields, type Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { onceASet } from './once-a-set';

/** The objects of a set that say a field in their metadata: most say a name and nothing else. */
export function objectsWith(set: ManifestSet, field: string): readonly Manifest[] {
  return byMetadataField(set).get(field) ?? [];
}

const byMetadataField = onceASet((set): ReadonlyMap<string, readonly Manifest[]> => {
  const owners = new Map<string, Manifest[]>();
  for (const manifest of set.manifests) {
    for (const field of Object.keys(fields(manifest.metadata))) append(owners, field, manifest);
  }
  return owners;
});
