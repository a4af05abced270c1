import type { Rule } from '../rule';
import { scaledObject } from '../scaled-object';
import { scaledObjectRange } from '../scaled-object-range';

/** Rules on ScaledObjects of KEDA. */
export const RULES: readonly Rule[] = [scaledObjectRange, scaledObject];
