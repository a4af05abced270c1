import { fields, itemsAt, type Located, type Manifest } from '../manifest';
import { objectsWith } from './metadata';
import { type Fault, fault, type Rule } from './rule';

export const ownerReference: Rule = {
  id: 'owner-reference',
  severity: 'error',
  summary: 'An owner is named by API version, kind, name and UID, and one alone is the controller.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/',
  *check(set) {
    for (const manifest of objectsWith(set, 'ownerReferences')) {
      const owners = itemsAt(manifest, 'metadata', 'ownerReferences');
      for (const owner of owners) yield* ownerFaults(manifest, owner);
      const controllers = owners.filter(({ value }) => fields(value).controller === true);
      const another = controllers.find(({ value }) => textOf(value) !== textOf(controllers[0]?.value));
      if (another === undefined) continue;
      const where = { path: `${another.path}.controller`, value: true };
      yield fault(manifest, where, 'must be true for one owner only', 'leave it out of the others');
    }
  },
};

/** The API server drops an owner that stands before in the same words. */
function textOf(owner: unknown): string {
  const { apiVersion, kind, name, uid, controller, blockOwnerDeletion } = fields(owner);
  return JSON.stringify([apiVersion, kind, name, uid, controller, blockOwnerDeletion]);
}

const FIX = 'leave ownerReferences out: the controller that makes an object writes them';

function* ownerFaults(manifest: Manifest, { path, value }: Located): Iterable<Fault> {
  const owner = fields(value);
  for (const field of ['kind', 'name', 'uid']) {
    if (owner[field]) continue;
    yield fault(manifest, { path: `${path}.${field}`, value: owner[field] }, 'must be set', FIX);
  }
  const { apiVersion, kind } = owner;
  if (!/^([^/]*\/)?[^/]+$/.test(String(apiVersion ?? ''))) {
    const where = { path: `${path}.apiVersion`, value: apiVersion };
    yield fault(manifest, where, "must be a version, such as 'v1', or a group, a slash and a version", FIX);
  } else if (kind === 'Event' && (apiVersion === 'v1' || apiVersion === '/v1')) {
    yield fault(manifest, { path, value }, 'must be of another kind than Event', FIX);
  }
}
