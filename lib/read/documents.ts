/** One YAML document of a file, and the line of the file (from 1) that it begins at. */
export interface DocumentText {
  readonly text: string;
  readonly line: number;
}

/**
 * Splits a file into its documents at the lines that kubectl splits at, before anything is parsed: one that does not
 * parse spoils none of the others.
 *
 * @see https://github.com/kubernetes/apimachinery/blob/master/pkg/util/yaml/decoder.go
 */
export function splitDocuments(file: string): DocumentText[] {
  const lines = file.replace(/^\uFEFF/, '').split(/\r?\n/);
  const documents: DocumentText[] = [];
  let first = 0;
  for (const [index, line] of lines.entries()) {
    if (!/^---\s*(#.*)?$/.test(line)) continue;
    documents.push({ text: lines.slice(first, index).join('\n'), line: first + 1 });
    first = index + 1;
  }
  documents.push({ text: lines.slice(first).join('\n'), line: first + 1 });
  return documents.flatMap(splitJson);
}

/** Objects of JSON may follow each other without anything between: `jq -c '.items[]'` writes them so. */
function splitJson(document: DocumentText): DocumentText[] {
  const { text } = document;
  if (!text.trimStart().startsWith('{')) return [document];
  const ends = endsOfObjects(text);
  // What is one object, or not JSON, is read, and told, as it stands.
  if (ends.length <= 1 || text.slice(ends.at(-1)).trim() !== '') return [document];
  let line = document.line;
  return ends.map((end, index) => {
    const own = { text: text.slice(ends[index - 1] ?? 0, end), line };
    line += own.text.split('\n').length - 1;
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
