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
  return documents;
}
