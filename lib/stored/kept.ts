import { type Fields, fields, items, type Manifest } from '../manifest';

/**
 * An object as it is applied over one that exists: of what the server has given out, it keeps what is asked for no more.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/core/service/storage/alloc.go, patchAllocatedValues
 */
export function withKept(before: Manifest, after: Manifest): Manifest {
  if (before.kind !== 'Service' || after.kind !== 'Service') return after;
  const [old, young] = [fields(before.spec), fields(after.spec)];
  const address = hasAddress(old) && hasAddress(young) && young.clusterIP == null ? { clusterIP: old.clusterIP } : {};
  const ports = hasNodePorts(old) && hasNodePorts(young) ? { ports: portsOver(old, young) } : {};
  return { ...after, spec: { ...young, ...address, ...ports } };
}

function hasAddress({ type }: Fields): boolean {
  return type !== 'ExternalName';
}

function hasNodePorts({ type }: Fields): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

function portsOver(old: Fields, young: Fields): Fields[] {
  const known = new Map(items(old.ports).map((port) => [portKey(fields(port)), fields(port).nodePort]));
  return items(young.ports).map((port) => {
    const { nodePort, ...rest } = fields(port);
    return { ...rest, nodePort: nodePort ?? known.get(portKey(rest)) };
  });
}

function portKey({ protocol = 'TCP', port }: Fields): string {
  return `${protocol} ${port}`;
}
