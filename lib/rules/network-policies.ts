import { itemsAt, type Located, type Manifest } from '../manifest';
import { objectsOf } from './objects';
import { onceASet } from './once-a-set';

export const networkPoliciesOf = onceASet((set): readonly Manifest[] => {
  return objectsOf(set, 'networking.k8s.io/v1', 'NetworkPolicy');
});

/** Whom the rules of a policy let in and out to. */
export function peersOf(policy: Manifest): readonly Located[] {
  return [...inRules(policy, 'ingress', 'from'), ...inRules(policy, 'egress', 'to')];
}

/** The ports that the rules of a policy open. */
export function policyPortsOf(policy: Manifest): readonly Located[] {
  return [...inRules(policy, 'ingress', 'ports'), ...inRules(policy, 'egress', 'ports')];
}

function inRules(policy: Manifest, direction: string, field: string): readonly Located[] {
  return itemsAt(policy, 'spec', direction).flatMap(({ path, value }) =>
    itemsAt(value, field).map((item) => ({ ...item, path: `${path}.${item.path}` })),
  );
}
