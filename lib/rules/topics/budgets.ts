import { disruptionBudget } from '../disruption-budget';
import { disruptionBudgetBlocks } from '../disruption-budget-blocks';
import { disruptionBudgetOverlap } from '../disruption-budget-overlap';
import { disruptionBudgetSelector } from '../disruption-budget-selector';
import type { Rule } from '../rule';

/** Rules on PodDisruptionBudgets. */
export const RULES: readonly Rule[] = [
  disruptionBudget,
  disruptionBudgetBlocks,
  disruptionBudgetOverlap,
  disruptionBudgetSelector,
];
