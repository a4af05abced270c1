import { at, type Fields, fields, items } from '../manifest';
import { milliOf } from '../quantity';

/**
 * What a pod asks for and may use of a resource, as the API server and the autoscaler see it.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/replica_calculator.go
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go
 */
export interface Amounts {
  /** The request in thousandths of a core or of a byte; nothing where it can't be added up. */
  readonly request?: bigint;
  /** The most that can be used, in the same unit; nothing where nothing holds it back. */
  readonly limit?: bigint;
  /** The containers without a request, for want of which it can't be added up. */
  readonly without: readonly string[];
}

/** Init containers that stay (native sidecars) are counted since Kubernetes 1.29. */
export const SIDECARS_SINCE = 29;
/** The resources of the pod as a whole are on by default since Kubernetes 1.34; before, the API server drops them. */
export const POD_RESOURCES_SINCE = 34;

/** The containers whose usage and requests count: those that run as long as the pod does. */
export function runningContainers(pod: Fields, kubernetes: number): readonly Fields[] {
  const sidecars = items(pod.initContainers)
    .map(fields)
    .filter(({ restartPolicy }) => kubernetes >= SIDECARS_SINCE && restartPolicy === 'Always');
  return [...items(pod.containers).map(fields), ...sidecars];
}

/** What the pods of a template have of a resource: all their containers, or the named one alone. */
export function amountsOf(pod: Fields, resource: string, kubernetes: number, container?: string): Amounts {
  const counted = runningContainers(pod, kubernetes).filter(
    ({ name }) => container === undefined || name === container,
  );
  const ofPod = kubernetes >= POD_RESOURCES_SINCE ? fields(pod.resources) : {};
  const limit = least(milliOf(at(ofPod, 'limits', resource)), sum(counted.map((each) => limitOf(each, resource))));
  if (container === undefined && hasPodRequests(ofPod)) {
    const request = podRequest(pod, ofPod, resource, kubernetes);
    return { request, limit, without: request === undefined ? namesOf(counted) : [] };
  }
  const without = counted.filter((each) => requestValueOf(each, resource) === undefined);
  const request = counted.length > 0 ? sum(counted.map((each) => requestOf(each, resource))) : undefined;
  return { request, limit, without: namesOf(without) };
}

/** The API server makes requests of the limits of the pod, so either will do. */
function hasPodRequests({ requests, limits }: Fields): boolean {
  return [requests, limits].some((amounts) =>
    Object.keys(fields(amounts)).some((name) => name === 'cpu' || name === 'memory' || name.startsWith('hugepages-')),
  );
}

/** What the pod asks for as a whole; else what its containers ask for together; else its limit. */
function podRequest(pod: Fields, ofPod: Fields, resource: string, kubernetes: number): bigint | undefined {
  return (
    milliOf(at(ofPod, 'requests', resource)) ??
    requestWhileStarting(pod, resource, kubernetes) ??
    milliOf(at(ofPod, 'limits', resource))
  );
}

/** The containers together, or an init container and the sidecars before it, where that is more. */
function requestWhileStarting(pod: Fields, resource: string, kubernetes: number): bigint | undefined {
  const running = runningContainers(pod, kubernetes).map((each) => requestOf(each, resource));
  let most = running.reduce(added, undefined);
  let sidecars: bigint | undefined;
  for (const container of items(pod.initContainers).map(fields)) {
    const together = added(sidecars, requestOf(container, resource));
    if (container.restartPolicy === 'Always') sidecars = together;
    if (together !== undefined && (most === undefined || together > most)) most = together;
  }
  return most;
}

/** A limit counts as the request where there is none. */
function requestValueOf({ resources }: Fields, resource: string): unknown {
  return at(resources, 'requests', resource) ?? at(resources, 'limits', resource) ?? undefined;
}

function requestOf(container: Fields, resource: string): bigint | undefined {
  return milliOf(requestValueOf(container, resource));
}

function limitOf({ resources }: Fields, resource: string): bigint | undefined {
  return milliOf(at(resources, 'limits', resource));
}

function namesOf(containers: readonly Fields[]): string[] {
  return containers.map(({ name }) => String(name));
}

/** Nothing where one of them is nothing. */
function sum(amounts: readonly (bigint | undefined)[]): bigint | undefined {
  return amounts.every((each) => each !== undefined) && amounts.length > 0
    ? amounts.reduce<bigint>((total, each) => total + (each ?? 0n), 0n)
    : undefined;
}

/** What is nothing adds nothing. */
function added(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a + b;
}

function least(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
