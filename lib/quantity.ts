/**
 * Kubernetes quantities: how '500m', '8Gi' and '1e3' are read.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */

/** A sign, digits with at most one point, and one suffix: binary, decimal or an exponent. */
const QUANTITY = /^([+-]?)(\d+\.?\d*|\.\d+)(?:(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]?)|[eE]([+-]?\d+))$/;

const NANO_EXPONENT = 9;
const DECIMAL_EXPONENT: Readonly<Record<string, number>> = {
  n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18,
}; // biome-ignore format: a table
const BINARY_POWER: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };

/** Kubernetes caps a quantity at 2^63 - 1; an exponent beyond this changes nothing but the time it takes. */
const EXPONENT_LIMIT = 40;

/**
 * The value in billionths (1 CPU is 1,000,000,000), or undefined where the text is no quantity.
 *
 * Kubernetes keeps nothing below a billionth: it rounds away from zero, and so does this.
 */
export function parseQuantity(text: string): bigint | undefined {
  const match = QUANTITY.exec(text);
  if (match === null) return undefined;
  const [, sign, digits = '', suffix = '', exponent] = match;
  const [whole = '', fraction = ''] = digits.split('.');
  const significand = BigInt(whole + fraction) << (BINARY_POWER[suffix] ?? 0n);
  const power = Number(exponent ?? DECIMAL_EXPONENT[suffix] ?? 0);
  const limited = Math.max(-EXPONENT_LIMIT, Math.min(EXPONENT_LIMIT, power));
  const magnitude = scaleByTen(significand, limited + NANO_EXPONENT - fraction.length);
  return sign === '-' ? -magnitude : magnitude;
}

/** The value of a field, as the API server reads it: text, or a bare number. */
export function quantityOf(value: unknown): bigint | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(String(value)) : undefined;
}

function scaleByTen(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}
