import type { Text } from './code';

/** `${NAME}`: what envsubst and many pipelines fill in. */
export const PLACEHOLDER = /\$\{([A-Za-z_]\w*)\}/g;

/** A text as a literal: over several lines where it has several, and with the constants of its placeholders. */
export function printText({ value, isScript }: Text, parameters: ReadonlyMap<string, string>): string {
  const pieces = isScript ? [value] : value.split(PLACEHOLDER);
  if (pieces.length === 1) return literal(value);
  const nameOf = (placeholder: string) => parameters.get(placeholder) ?? placeholder;
  // Of what is split at a pattern, every other piece is what stood in its brackets.
  const [before = '', placeholder = '', after = ''] = pieces;
  if (pieces.length === 3 && before === '' && after === '') return nameOf(placeholder);
  return `\`${pieces.map((piece, index) => (index % 2 === 0 ? inTemplate(piece) : `\${${nameOf(piece)}}`)).join('')}\``;
}

/** Of a text without placeholders. In quotes, `${` would look forgotten. */
export function literal(value: string): string {
  return isLong(value) || value.includes('${') ? `\`${inTemplate(value)}\`` : quoted(value);
}

/** A text of one line is quoted, its newline too. */
function isLong(value: string): boolean {
  const newline = value.indexOf('\n');
  return newline >= 0 && newline < value.length - 1;
}

/** In the quotes of which it holds fewer. */
export function quoted(value: string): string {
  const quote = countOf(value, "'") > countOf(value, '"') ? '"' : "'";
  const escaped = visible(value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`));
  return quote + escaped.replaceAll('\n', '\\n') + quote;
}

function inTemplate(value: string): string {
  return visible(value.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${'));
}

const NAMED: Readonly<Record<string, string>> = { '\t': '\\t', '\r': '\\r' };

/** What moves a cursor, turns the direction of reading, ends a line or stands for half a character is written out. */
function visible(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in a source
  return value.replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\p{Cf}\p{Cs}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return NAMED[character] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
  });
}

function countOf(value: string, quote: string): number {
  return value.split(quote).length - 1;
}
