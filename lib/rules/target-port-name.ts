import { PORT_NAME } from '../names';
import { selectorOf } from './manifest-set';
import { nearest } from './nearest';
import { OtherPods } from './other-pods';
import { fault, objectOf, type Rule } from './rule';
import { targetPortsIn } from './target-ports';

/** Ports that a mesh puts into pods as they are made: no file shows them. */
const OF_A_MESH = /envoy|istio|linkerd|dapr|consul|mesh/;

export const targetPortName: Rule = {
  id: 'target-port-name',
  severity: 'error',
  accepted: true,
  summary: 'A Service leads to a port that its pods have: by a name that none of them has it leads nowhere.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  *check(set) {
    let others: OtherPods | undefined;
    for (const { service, path, target, protocol, workloads } of targetPortsIn(set)) {
      if (typeof target !== 'string' || !PORT_NAME.matches(target) || OF_A_MESH.test(target)) continue;
      const ports = workloads.flatMap((each) => each.ports);
      const named = ports.filter(({ name }) => name === target);
      if (named.some((port) => port.protocol === protocol)) continue;
      others ??= new OtherPods(set);
      if (others.areFoundBy(selectorOf(service))) continue;
      const pods = workloads
        .map(({ workload }) => objectOf(workload))
        .slice(0, 2)
        .join(' and ');
      const names = [...new Set(ports.map(({ name }) => name).filter((name) => typeof name === 'string'))];
      const meant = nearest(target, names) ?? (names.length === 1 ? names[0] : undefined);
      const [other] = named;
      yield fault(
        service,
        { path, value: target },
        other === undefined
          ? `must be the name of a port of ${pods}, which has ${names.join(', ') || 'none with a name'}`
          : `must be a ${protocol} port of ${pods}, where it is ${other.protocol}`,
        other !== undefined
          ? `write protocol: ${other.protocol}, or change it on the container`
          : meant !== undefined
            ? `write ${meant}`
            : 'write the number of the port, or name the port of the container so',
      );
    }
  },
};
