import { at, fields, isKind, items, itemsAt, type Manifest, nameOf, namespaceOf } from '../manifest';
import { fault, type Rule } from './rule';

export const readWriteOnceClaim: Rule = {
  id: 'read-write-once-claim',
  severity: 'warning',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  *check(manifests) {
    const claims = byIdentity(manifests.filter(isForOneNode));
    if (claims.size === 0) return;
    const most = mostPods(manifests);
    for (const deployment of manifests.filter((each) => isKind(each, 'Deployment'))) {
      const pods = most.get(identity(deployment)) ?? at(deployment, 'spec', 'replicas') ?? 1;
      if (typeof pods !== 'number' || pods <= 1) continue;
      for (const { path, value } of itemsAt(deployment, 'spec', 'template', 'spec', 'volumes')) {
        const claimName = at(value, 'persistentVolumeClaim', 'claimName');
        const claim = claims.get(identityOf(namespaceOf(deployment), claimName));
        if (claim === undefined) continue;
        yield fault(
          deployment,
          { path: `${path}.persistentVolumeClaim.claimName`, value: claimName },
          `must be a claim that many nodes can mount, since there may be ${pods} pods; it is ${accessModesOf(claim).join(', ')}`,
          'make the claim ReadWriteMany (accessMode), or keep maxReplicas at 1',
        );
      }
    }
  },
};

/** Where each kind of autoscaler says the most pods. */
const MOST_PODS = new Map<unknown, string>([
  ['HorizontalPodAutoscaler', 'maxReplicas'],
  ['ScaledObject', 'maxReplicaCount'],
]);

/** What scales a Deployment, and the most pods that it may be given. */
function mostPods(manifests: readonly Manifest[]): Map<string, unknown> {
  const limits = manifests.flatMap((manifest) => {
    const field = MOST_PODS.get(manifest.kind);
    if (field === undefined) return [];
    const target = at(manifest, 'spec', 'scaleTargetRef', 'name');
    return [[identityOf(namespaceOf(manifest), target), fields(manifest.spec)[field]] as const];
  });
  return new Map(limits);
}

function isForOneNode(manifest: Manifest): boolean {
  const modes = accessModesOf(manifest);
  return (
    isKind(manifest, 'PersistentVolumeClaim') &&
    modes.length > 0 &&
    modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')
  );
}

function accessModesOf(claim: Manifest): readonly unknown[] {
  return items(at(claim, 'spec', 'accessModes'));
}

function byIdentity(manifests: readonly Manifest[]): Map<string, Manifest> {
  return new Map(manifests.map((manifest) => [identity(manifest), manifest]));
}

function identity(manifest: Manifest): string {
  return identityOf(namespaceOf(manifest), nameOf(manifest));
}

function identityOf(namespace: string | undefined, name: unknown): string {
  return `${namespace ?? ''}/${name}`;
}
