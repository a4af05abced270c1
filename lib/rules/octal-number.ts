import type { Manifest } from '../manifest';
import { typeOfKind } from '../schema/schema';
import { structureOf } from '../schema/structure';
import { fault, type Rule } from './rule';
import { trappedIn } from './traps';

const NUMBERS = new Set(['int32', 'int64', 'intOrString', 'number', 'quantity']);

/** Fields that hold the mode of a file are meant in base 8: `defaultMode`, and what custom resources call such. */
const FILE_MODE = /(mode|umask|permissions?)$/i;

export const octalNumber: Rule = {
  id: 'octal-number',
  severity: 'warning',
  summary: 'A number has no leading zero, unless it is the mode of a file: YAML reads it in base 8, so 010 is 8.',
  source: 'https://yaml.org/type/int.html',
  *check(set) {
    for (const { manifest, origin } of trappedIn(set)) {
      if (origin.octalNumbers.length === 0) continue;
      const isNumber = numbersIn(manifest, set.settings.kubernetes);
      for (const { path, text } of origin.octalNumbers) {
        if (!isNumber(path) || FILE_MODE.test(path)) continue;
        const decimal = text.replace(/^([-+]?)0+(?=\d)/, '$1');
        yield fault(
          manifest,
          { path, value: Number.parseInt(text, 8) },
          `must not begin with 0: YAML reads ${text} in base 8, as ${Number.parseInt(text, 8)}`,
          `write ${decimal} for ${decimal}, or ${Number.parseInt(text, 8)} where base 8 is meant`,
        );
      }
    }
  },
};

/** Whether a number stands at a path. In a field for text it is a fault of another kind, and told as that. */
function numbersIn(manifest: Manifest, minor: number): (path: string) => boolean {
  if (typeOfKind(String(manifest.apiVersion), String(manifest.kind)) === undefined) return () => true;
  const known = new Set(structureOf(manifest, minor, NUMBERS).leaves.map(({ path }) => asInText(path)));
  return (path) => known.has(path);
}

/** The words of the API server put the keys of a map into brackets; the text only knows keys. */
function asInText(path: string): string {
  return path.replace(/\[(?!\d+\])([^\]]*)\]/g, '.$1');
}
