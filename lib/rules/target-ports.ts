import { fields, items, itemsAt, type Manifest } from '../manifest';
import { isLongRunning } from './handlers';
import { hasOwnNamespace } from './lost-target';
import type { ManifestSet } from './manifest-set';
import { onceASet } from './once-a-set';
import { podOf } from './pods';

/** A port of a container. */
export interface ContainerPort {
  readonly name: unknown;
  readonly number: unknown;
  readonly protocol: unknown;
}

/** A port of a Service, and the port of its pods that it leads to. */
export interface TargetPort {
  readonly service: Manifest;
  readonly path: string;
  readonly target: unknown;
  readonly protocol: unknown;
  /** The ports that each workload behind the Service declares. */
  readonly workloads: readonly { readonly workload: Manifest; readonly ports: readonly ContainerPort[] }[];
}

/** Since this version a Service also finds the ports of sidecars by their names. */
const SIDECAR_PORTS = 32;

/** Where each port of the Services of a set leads to, as far as their pods are known. */
export const targetPortsIn = onceASet((set): readonly TargetPort[] => Array.from(findTargetPorts(set)));

function* findTargetPorts(set: ManifestSet): Iterable<TargetPort> {
  const known = new Map<readonly Manifest[], TargetPort['workloads']>();
  for (const service of set.ofKind('Service')) {
    const behind = workloadsBehind(set, service);
    const workloads = known.get(behind) ?? behind.map((workload) => ({ workload, ports: portsOf(set, workload) }));
    known.set(behind, workloads);
    if (workloads.length === 0) continue;
    for (const { path, value } of itemsAt(service, 'spec', 'ports')) {
      const { port, targetPort, protocol = 'TCP' } = fields(value);
      const where =
        targetPort == null
          ? { path: `${path}.port`, target: port }
          : { path: `${path}.targetPort`, target: targetPort };
      yield { service, ...where, protocol, workloads };
    }
  }
}

/** Those of other folders only where the Service says which namespace is meant: the same labels stand in many. */
function workloadsBehind(set: ManifestSet, service: Manifest): readonly Manifest[] {
  const own = set.workloadsOf(service);
  if (own.length > 0 || set.around === undefined || !hasOwnNamespace(service)) return own;
  return set.around.workloadsOf(service);
}

function portsOf(set: ManifestSet, workload: Manifest): ContainerPort[] {
  return podOf(set, workload)
    .containers.filter((container) => isLongRunning(container))
    .filter(({ isInit }) => !isInit || set.settings.kubernetes >= SIDECAR_PORTS)
    .flatMap((container) => items(container.fields.ports))
    .map((port) => {
      const { name, containerPort, protocol = 'TCP' } = fields(port);
      return { name, number: containerPort, protocol };
    });
}
