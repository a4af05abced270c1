import { child, childItems, isSet } from './located';
import { oneOfFaults } from './one-of';
import { type Container, containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { requiredFaults } from './value';

/** Before, the policies are dropped as those of a feature that is off. */
const SINCE = 33;
/** Since then, an init container that ends does not restart for its resources. */
const INIT_SINCE = 36;

export const resizePolicy: Rule = {
  id: 'resize-policy',
  severity: 'error',
  summary: 'What a container does at a change of its resources is said once for cpu and once for memory.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/',
  *check(set) {
    const { kubernetes } = set.settings;
    if (kubernetes < SINCE) return;
    for (const container of containersWith(set, 'resizePolicy')) yield* policyFaults(container, kubernetes);
  },
};

function* policyFaults(container: Container, kubernetes: number): Iterable<Fault> {
  const { manifest, spec } = container.pod;
  const resources = new Set<unknown>();
  const ends = container.isInit && container.fields.restartPolicy !== 'Always' && kubernetes >= INIT_SINCE;
  for (const item of childItems(container, 'resizePolicy')) {
    const resource = child(item, 'resourceName');
    const policy = child(item, 'restartPolicy');
    yield* requiredFaults(manifest, resource, 'write cpu or memory');
    yield* requiredFaults(manifest, policy, 'write NotRequired or RestartContainer');
    if (resource.value !== '') yield* oneOfFaults(manifest, resource, ['cpu', 'memory']);
    if (policy.value !== '') yield* oneOfFaults(manifest, policy, ['NotRequired', 'RestartContainer']);
    if (isSet(resource.value) && resources.has(resource.value)) {
      yield fault(manifest, resource, 'must be unique in the container', 'leave one of them out');
    }
    resources.add(resource.value);
    if (policy.value !== 'RestartContainer') continue;
    if (spec.restartPolicy === 'Never') {
      yield fault(manifest, policy, 'must be NotRequired where the pod never restarts', 'write NotRequired');
    } else if (ends) {
      yield fault(manifest, policy, 'must be NotRequired for an init container that ends', 'write NotRequired');
    }
  }
}
