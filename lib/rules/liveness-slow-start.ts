import type { Rule } from './rule';
import { impatienceFault, impatientProbesIn } from './slow-start';

export const livenessSlowStart: Rule = {
  id: 'liveness-slow-start',
  severity: 'warning',
  summary:
    'What starts slowly has a startup probe, or a liveness probe that waits for it: otherwise the container is killed while the model loads, again and again. Told where the manifest itself speaks of a slow start.',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes',
  *check(set) {
    for (const probe of impatientProbesIn(set)) {
      if (probe.slowness !== undefined) yield impatienceFault(probe, probe.slowness);
    }
  },
};
