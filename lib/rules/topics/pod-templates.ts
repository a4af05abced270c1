import { podFromTemplate } from '../pod-from-template';
import type { Rule } from '../rule';

/** Rules on Pods as their templates make them. */
export const RULES: readonly Rule[] = [podFromTemplate];
