import { isMoving } from './image';
import { podsOf } from './pods';
import { fault, type Rule } from './rule';

export const staleImage: Rule = {
  id: 'stale-image',
  severity: 'warning',
  summary:
    'An image that moves is pulled at each start: with IfNotPresent each node keeps what latest was when it first came, and with Never a new node has none at all.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
  *check(set) {
    for (const pod of podsOf(set)) {
      for (const {
        path,
        fields: { image, imagePullPolicy },
      } of pod.containers) {
        const where = { path: `${path}.imagePullPolicy`, value: imagePullPolicy };
        if (imagePullPolicy === 'Never') {
          const must = 'must let a node pull the image: a node that does not have it, such as a new one, starts no pod';
          yield fault(pod.manifest, where, must, 'leave it out, or write IfNotPresent');
        } else if (imagePullPolicy === 'IfNotPresent' && isMoving(image)) {
          const must = `must be Always for ${image}, which is another image on each node, as old as the node`;
          yield fault(pod.manifest, where, must, 'give the image a tag that stays, or write Always');
        }
      }
    }
  },
};
