import { at, items, itemsAt, type Manifest } from '../manifest';
import { mostPods } from './replicas';
import { fault, type Rule } from './rule';

export const readWriteOnceClaim: Rule = {
  id: 'read-write-once-claim',
  severity: 'warning',
  summary: 'A claim that one node alone can mount keeps all other pods waiting.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  *check(set) {
    for (const workload of set.workloads()) {
      const pods = mostPods(set, workload);
      if (pods <= 1) continue;
      for (const { path, value } of itemsAt(workload, 'spec', 'template', 'spec', 'volumes')) {
        const claimName = at(value, 'persistentVolumeClaim', 'claimName');
        const claim = set.find('PersistentVolumeClaim', claimName, workload);
        if (claim === undefined || !isForOneNode(claim)) continue;
        yield fault(
          workload,
          { path: `${path}.persistentVolumeClaim.claimName`, value: claimName },
          `must be a claim that many nodes can mount, since there may be ${pods} pods; it is ${accessModesOf(claim).join(', ')}`,
          'make the claim ReadWriteMany (accessMode), or keep maxReplicas at 1',
        );
      }
    }
  },
};

function isForOneNode(claim: Manifest): boolean {
  const modes = accessModesOf(claim);
  return modes.length > 0 && modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');
}

function accessModesOf(claim: Manifest): readonly unknown[] {
  return items(at(claim, 'spec', 'accessModes'));
}
