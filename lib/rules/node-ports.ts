import { fields, itemsAt, type Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { type Fault, fault, objectOf } from './rule';

/** Each node port that another Service of a set has already. */
export function* nodePortConflicts(
  set: ManifestSet,
  areConcerned: (one: Manifest, other: Manifest) => boolean,
): Iterable<Fault> {
  const owners = new Map<number, Manifest>();
  for (const service of set.ofKind('Service')) {
    for (const { path, value } of nodePortsOf(service)) {
      const owner = owners.get(value) ?? service;
      owners.set(value, owner);
      if (owner === service || !areConcerned(service, owner)) continue;
      yield fault(
        service,
        { path, value },
        `must be free, but ${objectOf(owner)} has it`,
        'choose another, or leave nodePort out and let the cluster choose',
      );
    }
  }
}

function nodePortsOf(service: Manifest): { readonly path: string; readonly value: number }[] {
  const ports = itemsAt(service, 'spec', 'ports').map(({ path, value }) => ({
    path: `${path}.nodePort`,
    value: fields(value).nodePort,
  }));
  const healthCheck = { path: 'spec.healthCheckNodePort', value: fields(service.spec).healthCheckNodePort };
  return [...ports, healthCheck].flatMap(({ path, value }) =>
    typeof value === 'number' && value !== 0 ? [{ path, value }] : [],
  );
}
