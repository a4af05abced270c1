import type { Rule } from '../rule';
import { verticalAutoscalerConflict } from '../vertical-autoscaler-conflict';

/** Rules on VerticalPodAutoscalers. */
export const RULES: readonly Rule[] = [verticalAutoscalerConflict];
