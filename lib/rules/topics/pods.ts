import { podAnnotation } from '../pod-annotation';
import { referencedName } from '../referenced-name';
import { restartPolicy } from '../restart-policy';
import type { Rule } from '../rule';
import { terminationGracePeriod } from '../termination-grace-period';

/** Rules on every pod. */
export const RULES: readonly Rule[] = [restartPolicy, terminationGracePeriod, podAnnotation, referencedName];
