import { fields } from '../manifest';
import { objectsWith } from './metadata';
import { fault, type Rule } from './rule';

/** `kubectl apply` sends them again each time, and from the second time on the API server has other values. */
const SET_BY_SERVER = ['uid', 'resourceVersion', 'deletionTimestamp'];

export const readOnlyField: Rule = {
  id: 'read-only-field',
  severity: 'advice',
  summary:
    'What the API server sets itself is not written: the second `kubectl apply` of the same file would be refused.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/',
  *check(set) {
    for (const field of SET_BY_SERVER) {
      for (const manifest of objectsWith(set, field)) {
        const where = { path: `metadata.${field}`, value: fields(manifest.metadata)[field] };
        if (!where.value) continue;
        yield fault(manifest, where, 'must not be written, since the API server sets it', 'leave it out');
      }
    }
  },
};
