import type { Manifest } from '../../lib/manifest';
import { type Review, review } from '../../lib/review/review';
import { ManifestSet } from '../../lib/rules/manifest-set';

/** What a change of one folder does. */
export function reviewed(before: readonly Manifest[], after: readonly Manifest[], kubernetes = 37): Review {
  const folder = (manifests: readonly Manifest[]) => ({ name: '', set: new ManifestSet(manifests, { kubernetes }) });
  return review([folder(before)], [folder(after)]);
}
