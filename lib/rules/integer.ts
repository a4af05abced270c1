import type { Located } from '../manifest';

const INT32_MAX = 2_147_483_647;

/** Whether a value is a whole number in a range. Kubernetes' integers have 32 bits where nothing else is said. */
export function isInteger(value: unknown, min: number, max: number = INT32_MAX): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

/** What an integer field must be, or undefined where it is so, or is not set. */
export function integerFault(field: Located, min: number, max?: number): string | undefined {
  if (field.value === undefined || isInteger(field.value, min, max)) return undefined;
  const isTooLarge = typeof field.value === 'number' && field.value > INT32_MAX;
  if (max === undefined && !isTooLarge) return `must be a whole number of at least ${min}`;
  return `must be a whole number from ${min} to ${max ?? INT32_MAX}`;
}
