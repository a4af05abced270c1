import { at, type Manifest } from '../manifest';
import { isBuiltIn } from './api-version';
import { fault, type Rule } from './rule';

export const clusterScope: Rule = {
  id: 'cluster-scope',
  severity: 'advice',
  summary: 'An object of a kind that belongs to the whole cluster names no namespace: the API server drops it.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  *check({ manifests }) {
    for (const manifest of manifests) {
      const where = { path: 'metadata.namespace', value: at(manifest, 'metadata', 'namespace') };
      if (!where.value || !isClusterScoped(manifest)) continue;
      const must = `must not be set, since a ${manifest.kind} belongs to no namespace`;
      yield fault(manifest, where, must, 'leave the namespace out');
    }
  },
};

/** The kinds of Kubernetes itself that are in no namespace. */
const CLUSTER_SCOPED = new Set([
  'APIService',
  'CSIDriver',
  'CSINode',
  'CertificateSigningRequest',
  'ClusterCIDR',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterTrustBundle',
  'ComponentStatus',
  'CustomResourceDefinition',
  'DeviceClass',
  'DeviceTaintRule',
  'FlowSchema',
  'IPAddress',
  'IngressClass',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'PriorityLevelConfiguration',
  'ResourceClass',
  'ResourcePoolStatusRequest',
  'ResourceSlice',
  'RuntimeClass',
  'SelfSubjectAccessReview',
  'SelfSubjectReview',
  'SelfSubjectRulesReview',
  'ServiceCIDR',
  'StorageClass',
  'StorageVersion',
  'StorageVersionMigration',
  'SubjectAccessReview',
  'TokenReview',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeAttachment',
  'VolumeAttributesClass',
]);

export function isClusterScoped({ apiVersion, kind }: Manifest): boolean {
  return isBuiltIn(String(apiVersion)) && CLUSTER_SCOPED.has(String(kind));
}
