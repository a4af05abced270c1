import { at } from '../manifest';
import { fault, objectOf, type Rule } from './rule';

const DEFAULT_SECONDS = 10_800;

export const sessionAffinityAutoscaler: Rule = {
  id: 'session-affinity-autoscaler',
  severity: 'advice',
  summary: 'Clients that are kept on their pod leave new pods idle: what an autoscaler adds gets only new clients.',
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity',
  *check(set) {
    for (const service of set.ofKind('Service')) {
      const affinity = at(service, 'spec', 'sessionAffinity');
      if (affinity !== 'ClientIP') continue;
      const scaled = (set.around ?? set)
        .workloadsOf(service)
        .find((workload) => set.autoscalersFor(workload).length > 0);
      if (scaled === undefined) continue;
      const said = at(service, 'spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
      const seconds = typeof said === 'number' ? said : DEFAULT_SECONDS;
      yield fault(
        service,
        { path: 'spec.sessionAffinity', value: affinity },
        `must let clients reach new pods: each address stays on its pod until ${seconds} s without a request have passed, while ${objectOf(scaled)} is autoscaled`,
        'leave sessionAffinity out, or shorten it by sessionAffinityConfig.clientIP.timeoutSeconds',
      );
    }
  },
};
