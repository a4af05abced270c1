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
/** As it is compiled, as it is published, and as it is written. */
const OUR_CODE = ['../lib', '../bin', '../../lib'].map((folder) => resolve(__dirname, folder));

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The innermost frame that is neither of a package nor ours, as file:line:column of what the author wrote. */
function placeOf(error: Error): string | undefined {
  // What does not parse has no frame of its own: the stack begins with the place.
  const [, unparsed, unparsedRow] = /^(\/.*|[A-Za-z]:\\.*):(\d+)\n/.exec(error.stack ?? '') ?? [];
  if (unparsed !== undefined) return `${relative('.', unparsed)}:${unparsedRow}`;
  for (const frame of (error.stack ?? '').split('\n')) {
    const [, file, line, column] = FRAME.exec(frame.trim()) ?? [];
    if (file === undefined || !isAbsolute(file)) continue;
    const place = sourcePlace({ file, line: Number(line), column: Number(column) });
    if (place.file.includes('node_modules') || OUR_CODE.some((folder) => place.file.startsWith(folder))) continue;
    return `${relative('.', place.file)}:${place.line}:${place.column}`;
  }
  return undefined;
}

/** Where that was written: a file of a bundle may be of a package. */
function sourcePlace(place: Place): Place {
  const map = `${place.file}.map`;
  if (!existsSync(map)) return place;
  try {
    const entry = new SourceMap(JSON.parse(readFileSync(map, 'utf8'))).findEntry(place.line - 1, place.column - 1);
    if (!('originalSource' in entry)) return place;
    const file = join(dirname(place.file), entry.originalSource);
    return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  } catch {
    // A map that is none takes nothing away from the error.
    return place;
  }
}
