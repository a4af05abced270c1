import { EVENT_ID, parseEvents } from 'js-yaml';

/** A comment of a YAML document. Offsets are in characters from the beginning of the text. */
export interface Comment {
  /** What stands behind the `#`, without the space that usually follows it. */
  readonly text: string;
  readonly start: number;
  /** How far it stands from the beginning of its line. */
  readonly column: number;
  /** Whether it stands behind something else on its line. */
  readonly isTrailing: boolean;
}

/** The comments of a document, which must be YAML. A `#` within a text is none. */
export function commentsIn(text: string): Comment[] {
  if (!text.includes('#')) return [];
  const texts = parseEvents(text, {}).filter((event) => event.type === EVENT_ID.SCALAR);
  let [next, end] = [0, 0];
  return Array.from(text.matchAll(/#/g)).flatMap(({ index: start }): Comment[] => {
    if (start < end) return [];
    while ((texts[next]?.valueEnd ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const within = texts[next];
    if (within !== undefined && within.valueStart >= 0 && within.valueStart <= start) return [];
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const before = text.slice(lineStart, start);
    if (before !== '' && !/\s$/.test(before)) return [];
    const newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length : newline;
    const said = text.slice(start, end).replace(/^# ?/, '').trimEnd();
    return [{ text: said, start, column: start - lineStart, isTrailing: before.trim() !== '' }];
  });
}
