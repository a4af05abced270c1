const LONGEST = 2000;

/**
 * Text of anyone's files on one line of a terminal or a log: what would move the cursor there, or turn the direction of
 * reading, is not let through.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get there
  const unsafe = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\p{Cf}]/gu;
  return text
    .slice(0, LONGEST)
    .replace(/[\r\n]+/g, ' ')
    .replace(unsafe, '?');
}
