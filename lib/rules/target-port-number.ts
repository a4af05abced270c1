import { fault, objectOf, type Rule } from './rule';
import { targetPortsIn } from './target-ports';

export const targetPortNumber: Rule = {
  id: 'target-port-number',
  severity: 'warning',
  summary:
    'A Service leads to a port that its containers declare: where they declare others only, it mostly leads nowhere.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  *check(set) {
    for (const { service, path, target, protocol, workloads } of targetPortsIn(set)) {
      if (typeof target !== 'number') continue;
      const ports = workloads.flatMap((each) => each.ports).filter((port) => port.protocol === protocol);
      // Ports are for information: who declares none may have any.
      if (workloads.some((each) => each.ports.length === 0) || ports.some(({ number }) => number === target)) continue;
      const numbers = [...new Set(ports.map(({ number }) => number))];
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
