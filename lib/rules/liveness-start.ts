import { isLongRunning, patienceOf } from './handlers';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';
import { SLOW_START_SECONDS, slownessOf } from './slow-start';

export const livenessStart: Rule = {
  id: 'liveness-start',
  severity: 'advice',
  summary:
    'A model that loads for minutes has a startup probe: without one the liveness probe kills a container that is still starting, again and again.',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes',
  *check(set) {
    for (const container of containersWith(set, 'livenessProbe').filter(isLongRunning)) {
      const { livenessProbe, startupProbe } = container.fields;
      if (livenessProbe == null || startupProbe != null) continue;
      const seconds = patienceOf(livenessProbe);
      if (seconds >= SLOW_START_SECONDS || slownessOf(container, seconds, set.settings.kubernetes) !== undefined)
        continue;
      yield fault(
        container.manifest,
        { path: `${container.path}.livenessProbe`, value: seconds },
        `must leave more seconds to start, since no startup probe does: a container that does not answer by then is killed`,
        'add a startupProbe that asks the same, with failureThreshold x periodSeconds over the longest start (startupBudget)',
      );
    }
  },
};
