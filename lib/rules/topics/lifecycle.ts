import { lifecycleHook } from '../lifecycle-hook';
import { preStopGracePeriod } from '../pre-stop-grace-period';
import type { Rule } from '../rule';

/** Rules on what containers do at their start and end. */
export const RULES: readonly Rule[] = [lifecycleHook, preStopGracePeriod];
