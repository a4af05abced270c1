import { at, type Manifest } from '../manifest';
import { isBuiltIn } from './api-version';
import { objectsWith } from './metadata';
import { fault, type Rule } from './rule';

/** The kinds whose generation nobody counts: the API server keeps what is written. It sets that of the others. */
const UNCOUNTED = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'ConfigMap',
  'Endpoints',
  'Lease',
  'LimitRange',
  'Namespace',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'ResourceQuota',
  'Role',
  'RoleBinding',
  'RuntimeClass',
  'Secret',
  'Service',
  'ServiceAccount',
  'StorageClass',
]);

export const generation: Rule = {
  id: 'generation',
  severity: 'error',
  summary: 'The generation of an object, where one is written at all, is not negative.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/',
  *check(set) {
    for (const manifest of objectsWith(set, 'generation')) {
      const where = { path: 'metadata.generation', value: at(manifest, 'metadata', 'generation') };
      if (typeof where.value !== 'number' || where.value >= 0 || !isKept(manifest, set.settings.kubernetes)) continue;
      yield fault(manifest, where, 'must be at least 0', 'leave it out: the API server counts it');
    }
  },
};

function isKept({ apiVersion, kind }: Manifest, minor: number): boolean {
  if (!isBuiltIn(String(apiVersion))) return false;
  return UNCOUNTED.has(String(kind)) || (kind === 'HorizontalPodAutoscaler' && minor < 37);
}
