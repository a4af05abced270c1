/**
 * A line for a terminal: names come from files that anyone may have written, and may hold what moves the cursor or sets
 * the title.
 */
export function printable(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
