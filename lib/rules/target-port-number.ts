import type { Manifest } from '../manifest';
import { fault, objectOf, type Rule } from './rule';
import { type TargetPort, targetPortsIn } from './target-ports';

export const targetPortNumber: Rule = {
  id: 'target-port-number',
  severity: 'warning',
  summary:
    'A Service leads to a port that its containers declare: where they declare others only, it mostly leads nowhere. Told where no port of the Service leads to one that is declared.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  *check(set) {
    const ports = targetPortsIn(set);
    const hitting = new Set<Manifest>(ports.filter(mayHit).map(({ service }) => service));
    for (const { service, path, target, protocol, workloads } of ports) {
      if (hitting.has(service)) continue;
      const declared = workloads.flatMap((each) => each.ports).filter((port) => port.protocol === protocol);
      const numbers = [...new Set(declared.map(({ number }) => number))];
      const pods = workloads
        .map(({ workload }) => objectOf(workload))
        .slice(0, 2)
        .join(' and ');
      yield fault(
        service,
        { path, value: target },
        `must be a port that ${pods} listens on; declared is ${numbers.join(', ') || `none for ${protocol}`}`,
        numbers.length === 1
          ? `write targetPort: ${numbers[0]}, or declare the port`
          : 'write one of these, or declare the port',
      );
    }
  },
};

/** A name is for another rule; and ports are for information, so that who declares none may have any. */
function mayHit({ target, protocol, workloads }: TargetPort): boolean {
  if (typeof target !== 'number' || workloads.some(({ ports }) => ports.length === 0)) return true;
  return workloads.some(({ ports }) => ports.some((port) => port.number === target && port.protocol === protocol));
}
