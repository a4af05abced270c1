import { type Code, expressionsIn } from './code/code';
import { PLACEHOLDER } from './code/print-text';

/** Placeholders of the YAML by name, and the constants that say what they stand for, none of a name that is taken. */
export function parametersOf(codes: readonly Code[], taken: ReadonlySet<string>): Map<string, string> {
  const parameters = new Map<string, string>();
  const names = new Set(taken);
  for (const code of codes) {
    for (const each of expressionsIn(code)) {
      if (each.kind !== 'text' || each.isScript) continue;
      for (const [, placeholder = ''] of each.value.matchAll(PLACEHOLDER)) {
        if (parameters.has(placeholder)) continue;
        let constant = placeholder;
        while (RESERVED.has(constant) || constant in globalThis || names.has(constant)) constant += '_';
        names.add(constant);
        parameters.set(placeholder, constant);
      }
    }
  }
  return parameters;
}

/** @see https://tc39.es/ecma262/#sec-keywords-and-reserved-words */
const RESERVED = new Set(
  '__dirname __filename arguments await break case catch class const continue debugger default delete do else enum eval export exports extends false finally for function if implements import in instanceof interface let module new null package private protected public require return static super switch this throw true try typeof undefined NaN Infinity var void while with yield'.split(
    ' ',
  ),
);
