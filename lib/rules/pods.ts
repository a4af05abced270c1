import { at, type Fields, fields, type Located, locatedItems, type Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';

/** A pod, or the template of one, wherever an object holds it. */
export interface Pod {
  readonly manifest: Manifest;
  /** Where its spec stands: `spec.template.spec`. */
  readonly path: string;
  readonly spec: Fields;
  /** Where its metadata stands: `spec.template.metadata`. */
  readonly metadataPath: string;
  readonly metadata: Fields;
}

/** A container of a pod. What is written may be of any shape; `fields` is what can be read of it. */
export interface Container extends Located {
  readonly pod: Pod;
  readonly fields: Fields;
  /** It stands among the `initContainers`. */
  readonly isInit: boolean;
}

const TEMPLATE = ['spec', 'template'];

/** Where the objects of a kind hold a pod. Other API groups have kinds of the same names. */
const PLACES: Readonly<Record<string, { readonly apiVersion: string; readonly steps: readonly string[] }>> = {
  CronJob: { apiVersion: 'batch/v1', steps: ['spec', 'jobTemplate', 'spec', 'template'] },
  DaemonSet: { apiVersion: 'apps/v1', steps: TEMPLATE },
  Deployment: { apiVersion: 'apps/v1', steps: TEMPLATE },
  Job: { apiVersion: 'batch/v1', steps: TEMPLATE },
  Pod: { apiVersion: 'v1', steps: [] },
  PodTemplate: { apiVersion: 'v1', steps: ['template'] },
  ReplicaSet: { apiVersion: 'apps/v1', steps: TEMPLATE },
  ReplicationController: { apiVersion: 'v1', steps: TEMPLATE },
  StatefulSet: { apiVersion: 'apps/v1', steps: TEMPLATE },
};

const known = new WeakMap<ManifestSet, readonly Pod[]>();

/** Every pod that the objects of a set describe, looked for once for all rules. */
export function podsOf(set: ManifestSet): readonly Pod[] {
  const before = known.get(set) ?? findPods(set);
  known.set(set, before);
  return before;
}

function findPods(set: ManifestSet): readonly Pod[] {
  return Object.entries(PLACES).flatMap(([kind, { apiVersion, steps }]) =>
    set
      .ofKind(kind)
      .filter((manifest) => manifest.apiVersion === apiVersion)
      .map((manifest) => podAt(manifest, steps)),
  );
}

function podAt(manifest: Manifest, steps: readonly string[]): Pod {
  return {
    manifest,
    path: [...steps, 'spec'].join('.'),
    spec: fields(at(manifest, ...steps, 'spec')),
    metadataPath: [...steps, 'metadata'].join('.'),
    metadata: fields(at(manifest, ...steps, 'metadata')),
  };
}

const containers = new WeakMap<Pod, readonly Container[]>();

/** The containers of a pod, the ordinary ones first; put together once for all rules. */
export function containersOf(pod: Pod): readonly Container[] {
  const before = containers.get(pod) ?? findContainers(pod);
  containers.set(pod, before);
  return before;
}

function findContainers(pod: Pod): readonly Container[] {
  return ['containers', 'initContainers'].flatMap((field) =>
    locatedItems({ path: `${pod.path}.${field}`, value: pod.spec[field] }).map((located) => ({
      ...located,
      pod,
      fields: fields(located.value),
      isInit: field === 'initContainers',
    })),
  );
}
