import { finalizerName } from '../finalizer-name';
import { generateName } from '../generate-name';
import { generation } from '../generation';
import { ownerReference } from '../owner-reference';
import type { Rule } from '../rule';

/** Rules on metadata that few objects have. */
export const RULES: readonly Rule[] = [generateName, finalizerName, ownerReference, generation];
