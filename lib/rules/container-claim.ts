import { fields, items } from '../manifest';
import { DNS_LABEL } from '../names';
import { child, childItems, isSet } from './located';
import { type Container, containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { formatFaults, requiredFaults } from './value';

/** Before, claims are dropped as those of a feature that is off. */
const SINCE = 34;

export const containerClaim: Rule = {
  id: 'container-claim',
  severity: 'error',
  summary: 'A container uses claims for devices that its pod has, each of them once.',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/',
  *check(set) {
    if (set.settings.kubernetes < SINCE) return;
    for (const container of containersWith(set, 'resources')) {
      if (isSet(child(child(container, 'resources'), 'claims').value)) yield* claimFaults(container);
    }
  },
};

function* claimFaults(container: Container): Iterable<Fault> {
  const { manifest, pod } = container;
  const known = new Set(items(pod.spec.resourceClaims).map((claim) => fields(claim).name));
  const used: string[] = [];
  for (const claim of childItems(child(container, 'resources'), 'claims')) {
    const name = child(claim, 'name');
    yield* requiredFaults(manifest, name, 'write the name of a claim in resourceClaims of the pod');
    if (typeof name.value !== 'string' || name.value === '') continue;
    if (!known.has(name.value)) {
      yield fault(manifest, name, 'must be a claim in resourceClaims of the pod', 'add it there, or correct the name');
    }
    const request = child(claim, 'request');
    if (isSet(request.value) && request.value !== '') {
      yield* formatFaults(manifest, request, DNS_LABEL, 'write the name of a request in the claim');
    }
    const identity = request.value ? `${name.value}/${request.value}` : name.value;
    // A claim as a whole holds all its requests.
    const isRepeated = used.some(
      (each) => each === identity || each === name.value || (!request.value && each.startsWith(`${identity}/`)),
    );
    if (isRepeated) yield fault(manifest, claim, 'must be unique in the container', 'leave one of them out');
    used.push(identity);
  }
}
