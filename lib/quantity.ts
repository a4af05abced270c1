/**
 * Kubernetes quantities: how '500m', '8Gi' and '1e3' are read.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */

/** A sign, digits with at most one point, and one suffix: binary, decimal or an exponent. Kubernetes misses no digits. */
const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]?)|[eE]([+-]?\d+))$/;

const NANO_EXPONENT = 9;
const DECIMAL_EXPONENT: Readonly<Record<string, number>> = {
  n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18,
}; // biome-ignore format: a table
const BINARY_POWER: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };

/** What a binary quantity is capped at: the largest int64. */
const BINARY_LIMIT = (2n ** 63n - 1n) * 10n ** 9n;

/** An exponent beyond this changes nothing but the time it takes. */
const EXPONENT_LIMIT = 40;

/** Where no digit stands before them, the slower one of Kubernetes' two parsers finds a fault. */
const NEEDS_DIGITS = ['Pi', 'Ei'];

/**
 * The value in billionths (1 CPU is 1,000,000,000), or undefined where the text is no quantity: ParseQuantity.
 *
 * Kubernetes keeps nothing below a billionth: it rounds away from zero, and so does this. It reads a lone suffix as 0.
 */
export function parseQuantity(text: string): bigint | undefined {
  return amount(text)?.billionths;
}

/** The same amount in both units that Kubernetes counts in. */
interface Amount {
  readonly billionths: bigint;
  readonly thousandths: bigint;
}

/** An app says the same few amounts again and again. */
const known = new Map<string, Amount | undefined>();
const MOST_KNOWN = 10_000;

function amount(text: string): Amount | undefined {
  if (known.has(text)) return known.get(text);
  const billionths = parse(text);
  const value = billionths === undefined ? undefined : { billionths, thousandths: inThousandths(billionths) };
  if (known.size < MOST_KNOWN) known.set(text, value);
  return value;
}

function parse(text: string): bigint | undefined {
  const trimmed = text.trim();
  const match = QUANTITY.exec(trimmed);
  if (match === null || trimmed === '') return undefined;
  const [, sign, whole = '', fraction = '', suffix = '', exponent] = match;
  const power = Number(exponent ?? DECIMAL_EXPONENT[suffix] ?? 0);
  if (whole + fraction === '') return NEEDS_DIGITS.includes(suffix) || power < -NANO_EXPONENT ? undefined : 0n;
  const limited = Math.max(-EXPONENT_LIMIT, Math.min(EXPONENT_LIMIT, power));
  const significand = BigInt(whole + fraction) << (BINARY_POWER[suffix] ?? 0n);
  const exact = scaleByTen(significand, limited + NANO_EXPONENT - fraction.length);
  const magnitude = suffix in BINARY_POWER && exact > BINARY_LIMIT ? BINARY_LIMIT : exact;
  return sign === '-' ? -magnitude : magnitude;
}

/** The value of a field, as the API server reads it: text, or a bare number. */
export function quantityOf(value: unknown): bigint | undefined {
  return amountOf(value)?.billionths;
}

/** The value of a field in thousandths, as fine as Kubernetes counts resources; rounded away from zero. */
export function milliOf(value: unknown): bigint | undefined {
  return amountOf(value)?.thousandths;
}

function amountOf(value: unknown): Amount | undefined {
  return typeof value === 'string' || typeof value === 'number' ? amount(String(value)) : undefined;
}

/** Billionths in thousandths, rounded away from zero. */
export function inThousandths(billionths: bigint): bigint {
  return roundUp(billionths, 1_000_000n);
}

/** Away from zero, as Kubernetes rounds. */
export function roundUp(value: bigint, unit: bigint): bigint {
  return value < 0n ? -roundUp(-value, unit) : (value + unit - 1n) / unit;
}

function scaleByTen(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}
