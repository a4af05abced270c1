import { fields, type Located, type Manifest } from '../manifest';
import { PATH_SEGMENT } from '../names';
import { isSet } from './located';
import { type Fault, fault } from './rule';

/** What is wrong with the kind and the name of an object that an autoscaler looks at: CrossVersionObjectReference. */
export function* objectReferenceFaults(
  manifest: Manifest,
  { path, value }: Located,
  minor: number,
  group: 'group needed' | 'any group',
): Iterable<Fault> {
  const { kind, name, apiVersion } = fields(value);
  const parts = { kind, name };
  for (const [field, text] of Object.entries(parts)) {
    if (PATH_SEGMENT.matches(String(text ?? ''))) continue;
    const where = { path: `${path}.${field}`, value: text };
    const must = isSet(text) && text !== '' ? `must be ${PATH_SEGMENT.description}` : 'must be set';
    yield fault(manifest, where, must, `write the ${field} of the object`);
  }
  if (minor < JUDGES_API_VERSION) return;
  const [first, ...rest] = String(apiVersion ?? '').split('/');
  const where = { path: `${path}.apiVersion`, value: apiVersion };
  if (rest.length > 1) {
    yield fault(manifest, where, 'must be a group, a slash and a version', "write it as the object has it: 'apps/v1'");
  } else if (group === 'group needed' && kind !== 'ReplicationController' && (first === '' || rest.length === 0)) {
    yield fault(manifest, where, 'must name an API group', "write it as the object has it: 'apps/v1'");
  }
}

/** The first version that looks at the apiVersion of a reference. */
const JUDGES_API_VERSION = 34;
