import { isInteger } from './integer';

const PERCENT = /^(\d+)%$/;

/** What a number or a percentage of pods must be, or undefined where it is so, or is not set. */
export function intOrPercentFault(value: unknown, max: 'max 100%' | 'any' = 'any'): string | undefined {
  if (value === undefined || value === null || isInteger(value, 0)) return undefined;
  const [, percent] = PERCENT.exec(String(value)) ?? [];
  if (percent !== undefined && (max === 'any' || Number(percent) <= 100)) return undefined;
  const range = max === 'any' ? "such as '25%'" : "from '0%' to '100%'";
  return `must be a whole number of at least 0, or a percentage ${range}`;
}

/** Whether a sound one says that it is none. */
export function isNone(value: unknown): boolean {
  return value === 0 || /^0+%$/.test(String(value));
}
