import { isLongRunning, patienceOf } from './handlers';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';
import { slownessOf } from './slow-start';

export const livenessSlowStart: Rule = {
  id: 'liveness-slow-start',
  severity: 'warning',
  summary:
    'What starts slowly has a startup probe, or a liveness probe that waits for it: otherwise the container is killed while the model loads, again and again. Told where the manifest itself speaks of a slow start.',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes',
  *check(set) {
    for (const container of containersWith(set, 'livenessProbe').filter(isLongRunning)) {
      const { livenessProbe, startupProbe } = container.fields;
      if (livenessProbe == null || startupProbe != null) continue;
      const seconds = patienceOf(livenessProbe);
      const reason = slownessOf(container, seconds, set.settings.kubernetes);
      if (reason === undefined) continue;
      yield fault(
        container.manifest,
        { path: `${container.path}.livenessProbe`, value: seconds },
        `must leave more seconds to start, since ${reason}: a container that does not answer by then is killed`,
        'add a startupProbe that asks the same, with failureThreshold x periodSeconds over the longest start (startupBudget)',
      );
    }
  },
};
