import { fields } from '../manifest';
import { quantityOf } from '../quantity';
import { claimsOf } from './claims';
import { fault, type Rule } from './rule';

export const claimStorage: Rule = {
  id: 'claim-storage',
  severity: 'error',
  summary: 'A claim says how much storage it wants, more than 0.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#resources',
  *check(set) {
    for (const { manifest, path, spec } of claimsOf(set)) {
      const { storage } = fields(fields(spec.resources).requests);
      const where = { path: `${path}.resources.requests[storage]`, value: storage };
      const quantity = quantityOf(storage);
      if (storage === undefined) {
        yield fault(manifest, where, 'must be set', "write how much is wanted ('10Gi')");
      } else if (storage === null || (quantity !== undefined && quantity <= 0n)) {
        yield fault(manifest, where, 'must be more than 0', "write how much is wanted ('10Gi')");
      }
    }
  },
};
