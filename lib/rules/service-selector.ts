import { selectorOf } from './manifest-set';
import { MeantWorkloads } from './meant-workload';
import { fault, objectOf, type Rule } from './rule';

export const serviceSelector: Rule = {
  id: 'service-selector',
  severity: 'warning',
  summary: 'A Service selects pods by labels that they have. Told where it selects none and a workload nearly fits.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
  *check(set) {
    const meant = new MeantWorkloads(set, (set.around ?? set).unservedWorkloads);
    for (const service of set.ofKind('Service')) {
      if ((set.around ?? set).workloadsOf(service).length > 0) continue;
      const selector = selectorOf(service);
      const found = meant.of(selector, service);
      if (found === undefined) continue;
      yield fault(
        service,
        { path: 'spec.selector', value: selector },
        `must select pods, and none here has these labels; most likely those of ${objectOf(found.workload)} are meant`,
        found.fix,
      );
    }
  },
};
