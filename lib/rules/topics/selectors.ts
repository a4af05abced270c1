import { ambiguousSelector } from '../ambiguous-selector';
import type { Rule } from '../rule';
import { selectorOverlap } from '../selector-overlap';

/** Rules on whose pods a selector finds. */
export const RULES: readonly Rule[] = [ambiguousSelector, selectorOverlap];
