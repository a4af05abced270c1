import type { Rule } from './rule';
import { impatienceFault, impatientProbesIn } from './slow-start';

export const livenessStart: Rule = {
  id: 'liveness-start',
  severity: 'advice',
  summary:
    'A model that loads for minutes has a startup probe: without one the liveness probe kills a container that is still starting, again and again.',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes',
  *check(set) {
    for (const probe of impatientProbesIn(set)) {
      // Otherwise liveness-slow-start tells it.
      if (probe.slowness === undefined) yield impatienceFault(probe, 'no startup probe does');
    }
  },
};
