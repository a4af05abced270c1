import { livenessAsReadiness } from '../liveness-as-readiness';
import { livenessSlowStart } from '../liveness-slow-start';
import { livenessStart } from '../liveness-start';
import { probe } from '../probe';
import { probePortName } from '../probe-port-name';
import type { Rule } from '../rule';
import { startupDeadline } from '../startup-deadline';

/** Rules on probes. */
export const RULES: readonly Rule[] = [
  probe,
  probePortName,
  livenessSlowStart,
  livenessStart,
  startupDeadline,
  livenessAsReadiness,
];
