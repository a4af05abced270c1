import type { Schema } from 'js-yaml';
import { isTextToKubectl } from '../read/scalar';

/** js-yaml is loaded when it is needed: many an app holds nothing that it is asked about. */
let schema: Schema | undefined;

/** At the beginning of a line, which is where the fields of an object begin. */
const END_OF_DOCUMENT = /^(?:---|\.\.\.)(?:\s|$)/;

/**
 * An object as js-yaml writes it, but that text is quoted which it forgets: what kubectl alone reads as something else
 * (`0X1F`, `-_1`), and what ends a document.
 */
export function dump(value: object): string {
  const yaml = require('js-yaml') as typeof import('js-yaml');
  schema ??= yaml.DUMP_SCHEMA.withTags(
    yaml.defineScalarTag('kubectl', {
      implicit: true,
      implicitFirstChars: [...'-+.0123456789'],
      resolve: (source) => (isTextToKubectl(source) && !END_OF_DOCUMENT.test(source) ? yaml.NOT_RESOLVED : source),
      identify: () => false,
    }),
  );
  return yaml.dump(value, { schema, lineWidth: -1, noRefs: true, quoteStyle: 'double' });
}
