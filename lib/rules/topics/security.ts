import { containerSecurityContext } from '../container-security-context';
import { podSecurityContext } from '../pod-security-context';
import { privilegeEscalation } from '../privilege-escalation';
import { procMount } from '../proc-mount';
import type { Rule } from '../rule';
import { sysctl } from '../sysctl';
import { windowsHostProcess } from '../windows-host-process';

/** Rules on what processes may do. */
export const RULES: readonly Rule[] = [
  podSecurityContext,
  sysctl,
  windowsHostProcess,
  containerSecurityContext,
  privilegeEscalation,
  procMount,
];
