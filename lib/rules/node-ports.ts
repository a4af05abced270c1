import { fields, itemsAt, type Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { onceASet } from './once-a-set';
import { type Fault, fault, objectOf } from './rule';

/** What is wrong with each node port that a Service has already, where both are concerned. */
export function* nodePortConflicts(
  set: ManifestSet,
  areConcerned: (one: Manifest, other: Manifest) => boolean,
): Iterable<Fault> {
  for (const { service, owner, path, value } of takenNodePorts(set)) {
    if (!areConcerned(service, owner)) continue;
    const fix = 'choose another, or leave nodePort out and let the cluster choose';
    yield fault(service, { path, value }, `must be free, but ${objectOf(owner)} has it`, fix);
  }
}

interface TakenNodePort {
  readonly service: Manifest;
  /** The Service that has it: the first of all that ask for it. */
  readonly owner: Manifest;
  readonly path: string;
  readonly value: number;
}

/** Each node port that another Service of a set has already. */
const takenNodePorts = onceASet((set): readonly TakenNodePort[] => {
  const owners = new Map<number, Manifest>();
  const taken: TakenNodePort[] = [];
  for (const service of set.ofKind('Service')) {
    for (const { path, value } of nodePortsOf(service)) {
      const owner = owners.get(value) ?? service;
      owners.set(value, owner);
      if (owner !== service) taken.push({ service, owner, path, value });
    }
  }
  return taken;
});

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
