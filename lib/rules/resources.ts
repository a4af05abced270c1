import { POD_RESOURCES_SINCE } from '../autoscaling/amounts';
import type { Located, Manifest } from '../manifest';
import { CONTAINER_RESOURCE, QUALIFIED_NAME } from '../names';
import { milliOf } from '../quantity';
import { child, childEntries } from './located';
import { onceASet } from './once-a-set';
import { type Pod, podsOf } from './pods';

/** A request or a limit. */
export interface Amount extends Located {
  readonly resource: string;
  /** In thousandths, which is as fine as Kubernetes keeps it; nothing where it is no quantity. */
  readonly milli: bigint | undefined;
}

/** What a container, or a pod as a whole, asks for. */
export interface Resources {
  readonly manifest: Manifest;
  readonly path: string;
  readonly isPod: boolean;
  readonly requests: readonly Amount[];
  readonly limits: readonly Amount[];
}

/** What all containers and pods of a set ask for. */
export const resourcesIn = onceASet((set): readonly Resources[] =>
  podsOf(set).flatMap((pod) => resourcesOf(pod, set.settings.kubernetes)),
);

/** What the containers of a pod ask for, and the pod as a whole. */
export function resourcesOf(pod: Pod, kubernetes: number): readonly Resources[] {
  const wholes = kubernetes < POD_RESOURCES_SINCE ? [] : [{ path: pod.path, value: pod.spec }];
  return [...pod.containers, ...wholes].map((owner) => {
    const { path, value } = child(owner, 'resources');
    return {
      manifest: pod.manifest,
      path,
      isPod: owner.path === pod.path,
      requests: amountsIn({ path, value }, 'requests'),
      limits: amountsIn({ path, value }, 'limits'),
    };
  });
}

function amountsIn(resources: Located, side: string): Amount[] {
  return childEntries(resources, side).map(({ path, key, value }) => ({
    path,
    value,
    resource: key,
    milli: value === null ? 0n : milliOf(value),
  }));
}

/** Resources without a domain are Kubernetes' own, as are those of its own. */
function isNative(resource: string): boolean {
  return !resource.includes('/') || resource.includes('kubernetes.io/');
}

/** Resources of devices, such as nvidia.com/gpu: they come whole. */
export function isExtended(resource: string): boolean {
  return !isNative(resource) && !resource.startsWith('requests.') && QUALIFIED_NAME.matches(`requests.${resource}`);
}

export function isHugePages(resource: string): boolean {
  return resource.startsWith('hugepages-');
}

/** Whether a request may be below the limit; what is there once can't be promised twice. */
export function isOvercommittable(resource: string): boolean {
  return isNative(resource) && !isHugePages(resource);
}

/** Whether a name is one that a container can ask for. */
export function isContainerResource(resource: string): boolean {
  return CONTAINER_RESOURCE.matches(resource);
}

/** Whether a name is one that a pod as a whole can ask for. */
export function isPodResource(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || (isHugePages(resource) && QUALIFIED_NAME.matches(resource));
}
