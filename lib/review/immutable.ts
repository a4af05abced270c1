import { at, type Manifest } from '../manifest';

/** A field that can't be changed in an object that exists, and how else to come to it. */
export interface ImmutableField {
  readonly path: readonly string[];
  readonly wayOut: string;
  /** From this minor version of Kubernetes on, it can. */
  readonly mutableSince?: number;
  /** Whether it counts for an object as it is. */
  readonly counts?: (before: Manifest) => boolean;
}

const OTHER_NAME =
  'give it another name, apply, and delete the old one when the new one is ready; or delete it with --cascade=orphan, apply, and delete the pods that are left';
const ORPHAN = 'delete the StatefulSet with --cascade=orphan, and apply: its pods and claims stay';
const COPY = 'make a claim of another name, and copy what is on the volume';
const RUN_AGAIN = 'delete the Job, and apply: what it has done is done again; or give it another name';
const REPLACE = 'delete it, and apply: what exists by it stays as it is';
const BIND_AGAIN = 'delete it, and apply: in between, nobody has the rights';
const SECRET = 'give it another name, and name that where it is used';

/**
 * By group and kind.
 *
 * @see https://github.com/kubernetes/kubernetes/tree/master/pkg/apis, the `Validate...Update` of each kind
 */
const IMMUTABLE: Readonly<Record<string, readonly ImmutableField[]>> = {
  'apps Deployment': [field('spec.selector', OTHER_NAME)],
  'apps DaemonSet': [field('spec.selector', OTHER_NAME)],
  'apps ReplicaSet': [field('spec.selector', OTHER_NAME)],
  'apps StatefulSet': [
    ...['selector', 'serviceName', 'volumeClaimTemplates', 'podManagementPolicy'].map((name) =>
      field(`spec.${name}`, ORPHAN),
    ),
    { ...field('spec.revisionHistoryLimit', ORPHAN), mutableSince: 33 },
  ],
  'batch Job': [
    { ...field('spec.template', RUN_AGAIN), counts: (job) => at(job, 'spec', 'suspend') !== true },
    { ...field('spec.completions', RUN_AGAIN), counts: (job) => at(job, 'spec', 'completionMode') !== 'Indexed' },
    ...['selector', 'completionMode', 'podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'].map(
      (name) => field(`spec.${name}`, RUN_AGAIN),
    ),
  ],
  ' PersistentVolumeClaim': [
    ...['accessModes', 'volumeMode', 'selector', 'dataSource', 'dataSourceRef'].map((name) =>
      field(`spec.${name}`, COPY),
    ),
    // What is said of these for the first time may be what the cluster has put there.
    ...['storageClassName', 'volumeName'].map((name) => ({
      ...field(`spec.${name}`, COPY),
      counts: (claim: Manifest) => at(claim, 'spec', name) !== undefined,
    })),
  ],
  ' Secret': [field('type', SECRET)],
  'rbac.authorization.k8s.io RoleBinding': [field('roleRef', BIND_AGAIN)],
  'rbac.authorization.k8s.io ClusterRoleBinding': [field('roleRef', BIND_AGAIN)],
  'storage.k8s.io StorageClass': ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'].map((name) =>
    field(name, REPLACE),
  ),
  'scheduling.k8s.io PriorityClass': ['value', 'preemptionPolicy'].map((name) => field(name, REPLACE)),
  'networking.k8s.io IngressClass': [field('spec.controller', REPLACE)],
  'node.k8s.io RuntimeClass': [field('handler', REPLACE)],
};

function field(path: string, wayOut: string): ImmutableField {
  return { path: path.split('.'), wayOut };
}

export function immutableFieldsOf(group: string, kind: string): readonly ImmutableField[] {
  return IMMUTABLE[`${group} ${kind}`] ?? [];
}
