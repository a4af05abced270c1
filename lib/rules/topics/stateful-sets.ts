import type { Rule } from '../rule';
import { statefulSet } from '../stateful-set';

/** Rules on StatefulSets. */
export const RULES: readonly Rule[] = [statefulSet];
