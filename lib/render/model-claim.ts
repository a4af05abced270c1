import type { ApiObjectProps } from 'cdk8s';
import type { PersistentVolumeClaimSpec } from '../../imports/k8s';
import type { ResolvedApp } from '../resolve';

export function renderModelClaim({ modelClaim }: ResolvedApp): ApiObjectProps | undefined {
  if (modelClaim === undefined) return undefined;
  const { metadata, size, storageClassName, accessMode } = modelClaim;
  const spec: PersistentVolumeClaimSpec = {
    accessModes: [accessMode],
    storageClassName,
    resources: { requests: { storage: size } },
  };
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec };
}
