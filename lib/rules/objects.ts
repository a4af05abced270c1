import { groupedBy } from '../grouped';
import type { Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { onceASet } from './once-a-set';

/** The objects of a kind in one API version: other groups have kinds of the same names, such as the Service of Knative. */
export function objectsOf(set: ManifestSet, apiVersion: string, kind: string): readonly Manifest[] {
  return objectsByKind(set).get(`${apiVersion} ${kind}`) ?? [];
}

const objectsByKind = onceASet((set) => groupedBy(set.manifests, ({ apiVersion, kind }) => `${apiVersion} ${kind}`));
