import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

/** An error as its author needs it: what is wrong and where in their own code, without a stack trace. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return `error: ${String(error)}`;
  if (error.name === 'SynthError') return error.message;
  const place = placeOf(error);
  const hint = '  (--debug shows the stack trace)';
  return `${place === undefined ? 'error' : place}: ${error.message}\n${hint}`;
}

const FRAME = /\(?(?:file:\/\/)?(\/[^()]*|[A-Za-z]:\\[^()]*):(\d+):(\d+)\)?$/;
const OUR_CODE = resolve(__dirname, '..', 'lib');

/** The innermost frame that is neither of a package nor ours, as file:line:column of what the author wrote. */
function placeOf(error: Error): string | undefined {
  // What does not parse has no frame of its own: the stack begins with the place.
  const [, unparsed, unparsedRow] = /^(\/.*|[A-Za-z]:\\.*):(\d+)\n/.exec(error.stack ?? '') ?? [];
  if (unparsed !== undefined) return `${relative('.', unparsed)}:${unparsedRow}`;
  for (const line of (error.stack ?? '').split('\n')) {
    const [, file, row, column] = FRAME.exec(line.trim()) ?? [];
    if (file === undefined || !isAbsolute(file) || file.includes('node_modules') || file.startsWith(OUR_CODE)) continue;
    return sourcePlace(file, Number(row), Number(column));
  }
  return undefined;
}

function sourcePlace(file: string, row: number, column: number): string {
  const map = `${file}.map`;
  if (existsSync(map)) {
    const entry = new SourceMap(JSON.parse(readFileSync(map, 'utf8'))).findEntry(row - 1, column - 1);
    if ('originalSource' in entry) {
      const source = join(dirname(file), entry.originalSource);
      return `${relative('.', source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    }
  }
  return `${relative('.', file)}:${row}:${column}`;
}
