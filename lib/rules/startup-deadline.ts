import { at } from '../manifest';
import { isLongRunning, patienceOf } from './handlers';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';

const DEFAULT_DEADLINE_SECONDS = 600;

export const startupDeadline: Rule = {
  id: 'startup-deadline',
  severity: 'warning',
  summary:
    'A rollout is given longer than a pod is given to start: else it is told as failed while the pod still starts as it should.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds',
  *check(set) {
    for (const container of containersWith(set, 'startupProbe').filter(isLongRunning)) {
      const { manifest } = container;
      if (manifest.kind !== 'Deployment') continue;
      const said = at(manifest, 'spec', 'progressDeadlineSeconds');
      const deadline = typeof said === 'number' ? said : DEFAULT_DEADLINE_SECONDS;
      const { startupProbe } = container.fields;
      if (startupProbe == null) continue;
      const budget = patienceOf(startupProbe);
      if (budget < deadline) continue;
      yield fault(
        manifest,
        { path: `${container.path}.startupProbe`, value: budget },
        `must give up in fewer seconds than the rollout, which is told as failed after ${deadline} (progressDeadlineSeconds${typeof said === 'number' ? '' : ', as it is where nothing is said'})`,
        `set spec.progressDeadlineSeconds to ${budget + DEFAULT_DEADLINE_SECONDS / 2}, which leaves time to pull the image`,
      );
    }
  },
};
