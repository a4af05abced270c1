import { containerClaim } from '../container-claim';
import { dnsConfig } from '../dns-config';
import { hostAlias } from '../host-alias';
import { hostNamespace } from '../host-namespace';
import { podDeadline } from '../pod-deadline';
import { podHostname } from '../pod-hostname';
import { podOs } from '../pod-os';
import { podOverhead } from '../pod-overhead';
import { preemptionPolicy } from '../preemption-policy';
import { readinessGate } from '../readiness-gate';
import { resizePolicy } from '../resize-policy';
import { resourceClaim } from '../resource-claim';
import type { Rule } from '../rule';
import { schedulingGate } from '../scheduling-gate';
import { terminationMessagePolicy } from '../termination-message-policy';

/** Rules on settings that few pods have. */
export const RULES: readonly Rule[] = [
  podDeadline,
  podOs,
  podHostname,
  hostNamespace,
  hostAlias,
  dnsConfig,
  preemptionPolicy,
  readinessGate,
  schedulingGate,
  resourceClaim,
  containerClaim,
  resizePolicy,
  podOverhead,
  terminationMessagePolicy,
];
