import { isKind, type Located } from '../manifest';
import { child, childItems } from './located';
import { type Container, type Pod, podsOf } from './pods';
import { type Fault, fault, type Rule } from './rule';

export const hostPort: Rule = {
  id: 'host-port',
  severity: 'error',
  summary: 'A port of the node stands once in a pod; in the network of the node it is that of the container.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
  *check(set) {
    for (const pod of podsOf(set)) {
      const isDefaulted = isHostPortDefaulted(pod, set.settings.kubernetes);
      const takenByContainers = new Set<string>();
      for (const container of pod.containers) {
        yield* conflictsOf(container, container.isInit ? new Set() : takenByContainers, isDefaulted);
        if (pod.spec.hostNetwork === true && !container.isInit) yield* mismatchesOf(container);
      }
    }
  },
};

/** In the network of the node, a Pod gets the ports of its containers; so did the templates of Kubernetes 1.27. */
function isHostPortDefaulted({ manifest, spec }: Pod, kubernetes: number): boolean {
  return spec.hostNetwork === true && (kubernetes < 28 || isKind(manifest, 'Pod'));
}

/** Init containers run one after another: each may take the port of another. */
function* conflictsOf(container: Container, taken: Set<string>, isDefaulted: boolean): Iterable<Fault> {
  for (const port of childItems(container, 'ports')) {
    const number = hostPortOf(port) || (isDefaulted ? child(port, 'containerPort').value : 0);
    if (typeof number !== 'number' || number === 0) continue;
    const protocol = child(port, 'protocol').value || 'TCP';
    const identity = `${protocol}/${child(port, 'hostIP').value ?? ''}/${number}`;
    if (taken.has(identity)) {
      const where = { path: `${port.path}.hostPort`, value: number };
      yield fault(container.manifest, where, 'must be unique in the pod', 'give each port one of its own');
    }
    taken.add(identity);
  }
}

function* mismatchesOf(container: Container): Iterable<Fault> {
  for (const port of childItems(container, 'ports')) {
    const { value } = child(port, 'containerPort');
    if (hostPortOf(port) === 0 || hostPortOf(port) === value) continue;
    yield fault(
      container.manifest,
      child(port, 'hostPort'),
      `must be the containerPort (${value}), since hostNetwork is true`,
      'leave hostPort out, or hostNetwork',
    );
  }
}

function hostPortOf(port: Located): number {
  const { value } = child(port, 'hostPort');
  return typeof value === 'number' ? value : 0;
}
