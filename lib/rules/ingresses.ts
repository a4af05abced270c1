import { at, itemsAt, type Located, locatedItems, type Manifest } from '../manifest';
import { objectsOf } from './objects';
import { onceASet } from './once-a-set';

export const ingressesOf = onceASet((set): readonly Manifest[] => {
  return objectsOf(set, 'networking.k8s.io/v1', 'Ingress');
});

/** The paths of all rules of an Ingress. */
export function ingressPathsOf(ingress: Manifest): readonly Located[] {
  return itemsAt(ingress, 'spec', 'rules').flatMap(({ path, value }) =>
    locatedItems({ path: `${path}.http.paths`, value: at(value, 'http', 'paths') }),
  );
}
