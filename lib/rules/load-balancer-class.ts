import { QUALIFIED_NAME } from '../names';
import { fault, type Rule } from './rule';
import { servicesOf } from './services';

export const loadBalancerClass: Rule = {
  id: 'load-balancer-class',
  severity: 'error',
  summary: 'The class of a load balancer is a name, after a domain and a slash if wanted.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-class',
  *check(set) {
    for (const { manifest, spec, type } of servicesOf(set)) {
      const { loadBalancerClass: name } = spec;
      if (type !== 'LoadBalancer' || name == null || QUALIFIED_NAME.matches(String(name))) continue;
      yield fault(
        manifest,
        { path: 'spec.loadBalancerClass', value: name },
        `must be ${QUALIFIED_NAME.description}`,
        "write the class of an installed load balancer ('service.k8s.aws/nlb'), or leave it out for the default one",
      );
    }
  },
};
