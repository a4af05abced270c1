/**
 * What a plain scalar means to kubectl: YAML 1.1, as go-yaml reads it. js-yaml's own YAML 1.1 differs in the corners
 * (`y`, `1e3`, `0o17`, `1:30`).
 *
 * @see https://github.com/yaml/go-yaml/blob/v2.4.0/resolve.go
 */

const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);

/** Most text is longer, and need not be looked up. */
const LONGEST_WORD = 'false'.length;

const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** kubectl makes JSON of it, and fails. */
const NO_JSON = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

export function plainScalar(text: string): string | number | boolean | null {
  if (text.length <= LONGEST_WORD) {
    if (TRUE.has(text)) return true;
    if (FALSE.has(text)) return false;
    if (NULL.has(text)) return null;
  }
  if (!/^[-+.0-9]/.test(text)) return text;
  if (NO_JSON.test(text)) throw new Error(`${text} is a number that JSON does not have: quote it`);
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '');
  if (INTEGER.test(digits)) return integer(digits);
  return FLOAT.test(digits) ? Number(digits) : text;
}

/** Whether text may stand plain in YAML for kubectl to read it as text. */
export function isTextToKubectl(text: string): boolean {
  return !NO_JSON.test(text) && plainScalar(text) === text;
}

/** Whether a plain number is one that YAML 1.1 reads in base 8, and YAML 1.2 in base 10. */
export function isOctal(text: string): boolean {
  return /^[-+]?0[0-7]+$/.test(text);
}

function integer(digits: string): number {
  const negative = digits.startsWith('-');
  const magnitude = digits.replace(/^[-+]/, '');
  const isOldOctal = /^0[0-7]+$/.test(magnitude);
  const value = Number(isOldOctal ? `0o${magnitude}` : magnitude);
  return negative ? -value : value;
}
