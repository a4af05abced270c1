import { POD_RESOURCES_SINCE } from '../autoscaling/amounts';
import { isKind } from '../manifest';
import { child, isSet } from './located';
import { podField } from './pod-field';
import { type Container, type Pod, podsOf } from './pods';
import { type Amount, isHugePages, type Resources, resourcesOf } from './resources';
import { type Fault, fault, type Rule } from './rule';

export const podResources: Rule = {
  id: 'pod-resources',
  severity: 'error',
  summary: 'What a pod asks for as a whole is enough for its containers, and it names no claims for devices.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/',
  *check(set) {
    if (set.settings.kubernetes < POD_RESOURCES_SINCE) return;
    for (const pod of podsOf(set)) {
      const claims = child(podField(pod, 'resources'), 'claims');
      if (isSet(claims.value)) {
        yield fault(pod.manifest, claims, 'must not be set for a pod as a whole', 'set the claims of a container');
      }
      yield* shareFaults(pod, isKind(pod.manifest, 'Pod'));
    }
  },
};

/** What one container asks for. */
interface Share {
  readonly container: Container;
  readonly resources: Resources;
}

/**
 * Mirrors validatePodResourceConsistency. Of a pod, the API server fills in what is not said, and then looks at it: a
 * limit of a container is also its request, and the requests of the containers are that of the pod.
 */
export function* shareFaults(pod: Pod, isFilledIn: boolean): Iterable<Fault> {
  if (!isSet(pod.spec.resources)) return;
  const all = resourcesOf(pod, POD_RESOURCES_SINCE);
  const whole = all.find(({ isPod }) => isPod);
  const shares = pod.containers.flatMap((container, index) => {
    const resources = all[index];
    return resources === undefined ? [] : [{ container, resources }];
  });
  const { requests = [], limits = [] } = whole ?? {};
  const isRequested = ({ resource }: Amount) => requests.some((each) => each.resource === resource);
  const filledIn = isFilledIn ? limits.filter((limit) => !isRequested(limit) && !isHugePages(limit.resource)) : [];
  for (const amount of [...requests, ...filledIn]) {
    const total = totalOf(shares, ({ resources }) => requestIn(resources, amount.resource, isFilledIn));
    if (amount.milli === undefined || total <= amount.milli) continue;
    const fix = `raise it, or lower the ${amount.resource} of a container`;
    yield fault(pod.manifest, amount, 'must be at least what the containers ask for together', fix);
  }
  for (const limit of limits) yield* limitFaults(pod, limit, shares);
}

function* limitFaults(pod: Pod, limit: Amount, shares: readonly Share[]): Iterable<Fault> {
  const { resource, milli } = limit;
  if (milli === undefined) return;
  if (isHugePages(resource) && totalOf(shares, ({ resources }) => milliOf(resources.limits, resource)) > milli) {
    const fix = `raise it, or lower the ${resource} limit of a container`;
    yield fault(pod.manifest, limit, 'must be at least what the containers ask for together', fix);
  }
  for (const { container, resources } of shares) {
    const own = resources.limits.find((each) => each.resource === resource);
    if (container.isInit || own?.milli === undefined || own.milli <= milli) continue;
    const must = `must be at most the ${resource} limit of the pod (${limit.value})`;
    yield fault(pod.manifest, own, must, 'lower it, or raise the limit of the pod');
  }
}

function requestIn({ requests, limits }: Resources, resource: string, isFilledIn: boolean): bigint {
  const isRequested = requests.some((each) => each.resource === resource);
  return milliOf(isFilledIn && !isRequested ? limits : requests, resource);
}

function milliOf(amounts: readonly Amount[], resource: string): bigint {
  return amounts.find((each) => each.resource === resource)?.milli ?? 0n;
}

/**
 * The most that the containers of a pod have at one time: all ordinary ones and the sidecars (init containers that go
 * on), or before that an init container and the sidecars that stand before it. Mirrors AggregateContainerRequests.
 */
function totalOf(shares: readonly Share[], amountOf: (share: Share) => bigint): bigint {
  let running = 0n;
  let sidecars = 0n;
  let most = 0n;
  for (const share of shares) {
    const amount = amountOf(share);
    const { isInit, fields } = share.container;
    const isSidecar = isInit && fields.restartPolicy === 'Always';
    if (!isInit || isSidecar) running += amount;
    if (isSidecar) sidecars += amount;
    const now = isSidecar ? sidecars : sidecars + amount;
    if (isInit && now > most) most = now;
  }
  return running > most ? running : most;
}
