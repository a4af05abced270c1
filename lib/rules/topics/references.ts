import { referenceKey } from '../reference-key';
import { referenceName } from '../reference-name';
import type { Rule } from '../rule';

/** Rules on what an object names that stands elsewhere. */
export const RULES: readonly Rule[] = [referenceName, referenceKey];
