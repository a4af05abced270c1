import { at } from '../manifest';
import { mostPods } from './replicas';
import { fault, type Rule } from './rule';

export const recreateStrategy: Rule = {
  id: 'recreate-strategy',
  severity: 'warning',
  summary:
    'An autoscaled Deployment replaces its pods one by one: Recreate ends all of them first, so that each rollout is an outage.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#recreate-deployment',
  *check(set) {
    for (const deployment of set.ofKind('Deployment')) {
      const type = at(deployment, 'spec', 'strategy', 'type');
      if (type !== 'Recreate' || set.autoscalersFor(deployment).length === 0) continue;
      const pods = mostPods(set, deployment);
      if (pods <= 1) continue;
      yield fault(
        deployment,
        { path: 'spec.strategy.type', value: type },
        `must be RollingUpdate, or each rollout ends all of up to ${pods} pods before the first new one starts`,
        'leave strategy out, with maxSurge 0 where there is no room for a pod more (rollingUpdate)',
      );
    }
  },
};
