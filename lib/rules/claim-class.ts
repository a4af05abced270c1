import { DNS_SUBDOMAIN } from '../names';
import { claimsOf } from './claims';
import { fault, type Rule } from './rule';

/** Before, the API server drops volumeAttributesClassName, whatever it says. */
const ATTRIBUTES_SINCE = 34;

export const claimClass: Rule = {
  id: 'claim-class',
  severity: 'error',
  summary: 'A claim names its classes by names that a StorageClass and a VolumeAttributesClass can have.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1',
  *check(set) {
    const attributes = set.settings.kubernetes >= ATTRIBUTES_SINCE ? ['volumeAttributesClassName'] : [];
    for (const { manifest, path, spec } of claimsOf(set)) {
      for (const field of ['storageClassName', ...attributes]) {
        const name = spec[field];
        if (!name || DNS_SUBDOMAIN.matches(String(name))) continue;
        const where = { path: `${path}.${field}`, value: name };
        yield fault(manifest, where, `must be ${DNS_SUBDOMAIN.description}`, 'write the name of the class');
      }
    }
  },
};
