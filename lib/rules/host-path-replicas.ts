import { at, fields, locatedItems } from '../manifest';
import { isWorkload } from './manifest-set';
import { podsWith } from './pods';
import { mostPods } from './replicas';
import { fault, type Rule } from './rule';

/** Devices, sockets and what every node has alike. */
const ALIKE = /^\/(dev|sys|proc|run|var\/run|etc\/(localtime|timezone|ssl|pki|ca-certificates))(\/|$)/;
const NO_DATA = ['Socket', 'CharDevice', 'BlockDevice'];

export const hostPathReplicas: Rule = {
  id: 'host-path-replicas',
  severity: 'advice',
  summary: 'Data of several pods lies on no node: each pod sees what its own node has, and none of it after it moves.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  *check(set) {
    for (const pod of podsWith(set, 'volumes').filter(({ manifest }) => isWorkload(manifest))) {
      const pods = mostPods(set, pod.manifest);
      if (pods <= 1) continue;
      for (const { path, value } of locatedItems({ path: `${pod.path}.volumes`, value: pod.spec.volumes })) {
        const { path: place, type } = fields(at(value, 'hostPath'));
        if (typeof place !== 'string' || ALIKE.test(place) || NO_DATA.includes(String(type))) continue;
        yield fault(
          pod.manifest,
          { path: `${path}.hostPath.path`, value: place },
          `must be the same on all nodes, since there may be ${pods} pods on several of them`,
          'use a claim that many nodes can mount, or an emptyDir that each pod fills for itself',
        );
      }
    }
  },
};
