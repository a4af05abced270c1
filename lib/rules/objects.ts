import type { Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';

/** The objects of a kind in one API version: other groups have kinds of the same names, such as the Service of Knative. */
export function objectsOf(set: ManifestSet, apiVersion: string, kind: string): readonly Manifest[] {
  return set.ofKind(kind).filter((manifest) => manifest.apiVersion === apiVersion);
}
