import { at, type Fields, fields, type Located, locatedItems, type Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { objectsOf } from './objects';
import { onceASet } from './once-a-set';

/** A pod, or the template of one, wherever an object holds it. */
export interface Pod {
  readonly manifest: Manifest;
  /** Where its spec stands: `spec.template.spec`. */
  readonly path: string;
  readonly spec: Fields;
  /** Where its metadata stands: `spec.template.metadata`. */
  readonly metadataPath: string;
  readonly metadata: Fields;
  /** The ordinary ones first. */
  readonly containers: readonly Container[];
}

/** A container of a pod. What is written may be of any shape; `fields` is what can be read of it. */
export interface Container extends Located {
  readonly pod: Pod;
  readonly manifest: Manifest;
  readonly fields: Fields;
  /** It stands among the `initContainers`. */
  readonly isInit: boolean;
}

/** Where the objects of a kind hold a pod. */
interface Place {
  readonly kind: string;
  /** Other API groups have kinds of the same names. */
  readonly apiVersion: string;
  readonly steps: readonly string[];
  readonly paths: Readonly<Record<'spec' | 'metadata' | 'containers' | 'initContainers', string>>;
}

function place(kind: string, apiVersion: string, ...steps: readonly string[]): Place {
  const below = (name: string) => [...steps, name].join('.');
  const paths = {
    spec: below('spec'),
    metadata: below('metadata'),
    containers: below('spec.containers'),
    initContainers: below('spec.initContainers'),
  };
  return { kind, apiVersion, steps, paths };
}

const DEPLOYMENT = place('Deployment', 'apps/v1', 'spec', 'template');
const PLACES: readonly Place[] = [
  place('CronJob', 'batch/v1', 'spec', 'jobTemplate', 'spec', 'template'),
  place('DaemonSet', 'apps/v1', 'spec', 'template'),
  DEPLOYMENT,
  place('Job', 'batch/v1', 'spec', 'template'),
  place('Pod', 'v1'),
  place('PodTemplate', 'v1', 'template'),
  place('ReplicaSet', 'apps/v1', 'spec', 'template'),
  place('ReplicationController', 'v1', 'spec', 'template'),
  place('StatefulSet', 'apps/v1', 'spec', 'template'),
];

/** Every pod that the objects of a set describe. */
export const podsOf = onceASet((set): readonly Pod[] =>
  PLACES.flatMap((each) => objectsOf(set, each.apiVersion, each.kind).map((manifest) => podAt(manifest, each))),
);

/** The pods of a set that say one of these fields in their specs: a rule about a field need not look at the others. */
export function podsWith(set: ManifestSet, ...names: readonly string[]): readonly Pod[] {
  return podsOf(set).filter(({ spec }) => names.some((name) => spec[name] !== undefined));
}

/** Every container that the objects of a set describe. */
export const containersIn = onceASet((set): readonly Container[] =>
  podsOf(set).flatMap(({ containers }) => containers),
);

/** The containers of a set that say one of these fields. */
export function containersWith(set: ManifestSet, ...names: readonly string[]): readonly Container[] {
  return containersIn(set).filter((container) => names.some((name) => container.fields[name] !== undefined));
}

/** The pod of a Deployment, StatefulSet, DaemonSet or ReplicaSet, of a set or around it. */
export function podOf(set: ManifestSet, workload: Manifest): Pod {
  return podsByManifest(set).get(workload) ?? podAt(workload, DEPLOYMENT);
}

const podsByManifest = onceASet((set) => new Map(podsOf(set).map((pod) => [pod.manifest, pod])));

function podAt(manifest: Manifest, { steps, paths }: Place): Pod {
  const holder = fields(at(manifest, ...steps));
  const spec = fields(holder.spec);
  const containers: Container[] = [];
  const metadata = fields(holder.metadata);
  const pod = { manifest, path: paths.spec, spec, metadataPath: paths.metadata, metadata, containers };
  for (const field of ['containers', 'initContainers'] as const) {
    const isInit = field === 'initContainers';
    for (const { path, value } of locatedItems({ path: paths[field], value: spec[field] })) {
      containers.push({ path, value, pod, manifest, fields: fields(value), isInit });
    }
  }
  return pod;
}
