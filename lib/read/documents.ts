/** One YAML document of a file. */
export interface DocumentText {
  readonly text: string;
  /** Where it begins in the file; both count from 1. */
  readonly line: number;
  readonly column: number;
  /** It begins with a line `--- ...` that kubectl takes for a broken separator, and there gives up the file. */
  readonly hasBrokenSeparator: boolean;
}

/**
 * Splits a file into its documents at the lines that kubectl splits at, before anything is parsed: one that does not
 * parse spoils none of the others.
 *
 * @see https://github.com/kubernetes/apimachinery/blob/master/pkg/util/yaml/decoder.go
 */
export function splitDocuments(file: string): DocumentText[] {
  const text = file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const documents: DocumentText[] = [];
  let [start, line] = [0, 1];
  let hasBrokenSeparator = false;
  const add = (end: number) => documents.push({ text: text.slice(start, end), line, column: 1, hasBrokenSeparator });
  for (let at = nextDashes(text, 0); at >= 0; at = nextDashes(text, at + 1)) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const isSound = /^---\s*(#.*)?$/.test(text.slice(at, end));
    add(Math.max(start, at - 1));
    line += newlinesIn(text, start, isSound ? end : at) + (isSound ? 1 : 0);
    start = isSound ? end + 1 : at;
    hasBrokenSeparator = !isSound;
  }
  add(text.length);
  return documents.flatMap(splitJson);
}

/** Where the next line that may separate documents begins; -1 where there is none. */
function nextDashes(text: string, from: number): number {
  if (from === 0 && text.startsWith('---')) return 0;
  const before = text.indexOf('\n---', Math.max(from - 1, 0));
  return before < 0 ? -1 : before + 1;
}

function newlinesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Objects of JSON may follow each other without anything between: `jq -c '.items[]'` writes them so. */
function splitJson(document: DocumentText): DocumentText[] {
  const { text } = document;
  if (!text.trimStart().startsWith('{')) return [document];
  const ends = endsOfObjects(text);
  // What is one object, or not JSON, is read, and told, as it stands.
  if (ends.length <= 1 || text.slice(ends.at(-1)).trim() !== '') return [document];
  let { line, column } = document;
  return ends.map((end, index) => {
    const own = { ...document, text: text.slice(ends[index - 1] ?? 0, end), line, column };
    const lines = own.text.split('\n');
    line += lines.length - 1;
    column = (lines.length === 1 ? column : 1) + (lines.at(-1)?.length ?? 0);
    return own;
  });
}

/** Behind each brace that closes an outermost object. A text counts as a whole, with the braces in it. */
function endsOfObjects(text: string): number[] {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (token === '}' && depth === 0) ends.push(index + 1);
  }
  return ends;
}
