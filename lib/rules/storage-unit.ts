import { at, itemsAt, type Located, locatedItems, type Manifest } from '../manifest';
import { quantityOf } from '../quantity';
import type { ManifestSet } from './manifest-set';
import { podsOf } from './pods';
import { inBytes, isBelow, likelyBytes, MEBIBYTE, resourceValuesIn } from './resource-values';
import { fault, type Rule } from './rule';

export const storageUnit: Rule = {
  id: 'storage-unit',
  severity: 'warning',
  summary: 'Storage is said in Mi or Gi: a volume of 10 has ten bytes, and a pod that writes more is evicted.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#local-ephemeral-storage',
  *check(set) {
    for (const { manifest, path, value } of storagesIn(set)) {
      const billionths = quantityOf(value);
      if (billionths === undefined || !isBelow(billionths, MEBIBYTE)) continue;
      const must = `must be storage that a file fits in; this is ${inBytes(billionths)}`;
      yield fault(manifest, { path, value }, must, likelyBytes(value));
    }
  },
};

function* storagesIn(set: ManifestSet): Iterable<Located & { readonly manifest: Manifest }> {
  for (const manifest of set.ofKind('PersistentVolumeClaim')) yield { manifest, ...claimStorage(manifest, '') };
  for (const manifest of set.ofKind('StatefulSet')) {
    for (const { path, value } of itemsAt(manifest, 'spec', 'volumeClaimTemplates')) {
      yield { manifest, ...claimStorage(value, `${path}.`) };
    }
  }
  for (const pod of podsOf(set)) {
    const { manifest } = pod;
    for (const { path, value } of locatedItems({ path: `${pod.path}.volumes`, value: pod.spec.volumes })) {
      yield { manifest, path: `${path}.emptyDir.sizeLimit`, value: at(value, 'emptyDir', 'sizeLimit') };
      const template = `${path}.ephemeral.volumeClaimTemplate.`;
      yield { manifest, ...claimStorage(at(value, 'ephemeral', 'volumeClaimTemplate'), template) };
    }
  }
  yield* resourceValuesIn(set, 'ephemeral-storage');
}

function claimStorage(claim: unknown, path: string): Located {
  return {
    path: `${path}spec.resources.requests[storage]`,
    value: at(claim, 'spec', 'resources', 'requests', 'storage'),
  };
}
