import { type Fields, fields, items, type Manifest } from '../manifest';
import type { ReadManifest } from '../read/read';
import { canonical } from '../stored/canonical';
import { SET_BY_SERVER } from '../stored/metadata-form';
import { storedForm } from '../stored/stored-form';

/** An object without what the cluster put there, and what that was. */
export interface Cleaned {
  readonly object: ReadManifest;
  /** Paths in the words of the API server. */
  readonly leftOut: readonly string[];
}

/** Leaves out what the API server, its controllers and kubectl write into an object: nobody applies that. */
export function withoutServerFields(object: ReadManifest): Cleaned {
  const leftOut: string[] = [];
  const manifest = structuredClone(object.manifest) as Mutable;
  const remove = (path: string, holder: unknown, name: string) => {
    if (!Object.hasOwn(fields(holder), name)) return;
    delete (holder as Mutable)[name];
    leftOut.push(path === '' ? name : `${path}.${name}`);
  };
  const isFromCluster = fields(manifest.metadata).uid != null;
  // Said in an annotation that is left out, too.
  const isCounted = isFromCluster && !appliedReplicas(manifest);
  remove('', manifest, 'status');
  cleanMetadata('metadata', manifest.metadata, remove);
  const { spec } = manifest;
  cleanMetadata('spec.template.metadata', fields(fields(spec).template).metadata, remove);
  if (isFromCluster) {
    if (isCounted) remove('spec', spec, 'replicas');
    cleanOfCluster(manifest, remove);
    leaveDefaults(manifest);
  }
  return { object: { ...object, manifest }, leftOut };
}

type Mutable = Record<string, unknown>;
type Remove = (path: string, holder: unknown, name: string) => void;

const ANNOTATIONS =
  /^(?:kubectl\.kubernetes\.io\/(?:last-applied-configuration|restartedAt)|deployment\.kubernetes\.io\/revision|autoscaling\.alpha\.kubernetes\.io\/(?:conditions|current-metrics)|pv\.kubernetes\.io\/.*|volume\.(?:beta\.)?kubernetes\.io\/storage-provisioner)$/;

function cleanMetadata(path: string, metadata: unknown, remove: Remove): void {
  for (const name of SET_BY_SERVER) remove(path, metadata, name);
  const { annotations } = fields(metadata);
  for (const name of Object.keys(fields(annotations))) {
    if (ANNOTATIONS.test(name)) remove(`${path}.annotations`, annotations, name);
  }
  if (annotations !== undefined && Object.keys(fields(annotations)).length === 0) {
    delete (metadata as Mutable).annotations;
  }
}

/** Whether who applied the object said a number of pods; where nothing is known of that, they may have. */
function appliedReplicas({ metadata }: Manifest): boolean {
  const applied = fields(fields(metadata).annotations)['kubectl.kubernetes.io/last-applied-configuration'];
  if (typeof applied !== 'string') return true;
  try {
    return fields(fields(JSON.parse(applied)).spec).replicas !== undefined;
  } catch {
    return true;
  }
}

/** What is given out once an object is made, and what guards it while it is deleted. */
function cleanOfCluster(manifest: Mutable, remove: Remove): void {
  const spec = fields(manifest.spec);
  const { finalizers } = fields(manifest.metadata);
  if (items(finalizers).some((each) => String(each).includes('kubernetes.io/'))) {
    remove('metadata', manifest.metadata, 'finalizers');
  }
  switch (manifest.kind) {
    case 'Service':
      if (spec.clusterIP !== 'None') remove('spec', spec, 'clusterIP');
      for (const name of ['clusterIPs', 'ipFamilies', 'healthCheckNodePort']) remove('spec', spec, name);
      if (spec.ipFamilyPolicy === 'SingleStack') remove('spec', spec, 'ipFamilyPolicy');
      return;
    case 'PersistentVolumeClaim':
      remove('spec', spec, 'volumeName');
      return;
    case 'Namespace':
      remove('spec', spec, 'finalizers');
      return;
    default:
  }
}

/** Fields that the API server fills in, each of which says nothing where it says the default. */
const FILLED_IN = new Set([
  'allocateLoadBalancerNodePorts', 'apiVersion', 'defaultMode', 'divisor', 'dnsPolicy', 'externalTrafficPolicy',
  'failureThreshold', 'imagePullPolicy', 'internalTrafficPolicy', 'periodSeconds', 'progressDeadlineSeconds', 'protocol',
  'resources', 'restartPolicy', 'revisionHistoryLimit', 'schedulerName', 'scheme', 'securityContext', 'serviceAccount',
  'sessionAffinity', 'strategy', 'successThreshold', 'terminationGracePeriodSeconds', 'terminationMessagePath',
  'terminationMessagePolicy', 'timeoutSeconds', 'type', 'volumeMode',
]); // biome-ignore format: a list

/** Of an object that comes from a cluster: in what people wrote, a default that is spelt out was meant to be seen. */
function leaveDefaults(manifest: Mutable): void {
  const form = canonical(storedForm(manifest));
  const without = (group: readonly Field[]) => {
    for (const { holder, name } of group) delete holder[name];
    if (canonical(storedForm(manifest)) === form) return;
    for (const { holder, name, value } of group) holder[name] = value;
    if (group.length === 1) return;
    const half = Math.ceil(group.length / 2);
    without(group.slice(0, half));
    without(group.slice(half));
  };
  without([...filledIn(manifest.spec)]);
}

interface Field {
  readonly holder: Mutable;
  readonly name: string;
  readonly value: unknown;
}

function* filledIn(value: unknown): Iterable<Field> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value as Fields)) {
    if (FILLED_IN.has(name) && !Array.isArray(value)) yield { holder: value as Mutable, name, value: inner };
    yield* filledIn(inner);
  }
}
