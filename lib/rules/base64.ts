import type { Rule } from './rule';
import { leavesIn } from './structures';

export const base64: Rule = {
  id: 'base64',
  severity: 'error',
  summary: 'Binary data stands in base64. Plain text of a Secret stands in stringData.',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data',
  *check(set) {
    for (const { manifest, path, value } of leavesIn(set, 'base64')) {
      if (typeof value !== 'string' || isBase64(value)) continue;
      // What is there instead may be a password: it is not shown.
      const message = 'must be in base64, got other text';
      const fix = manifest.kind === 'Secret' ? 'move it to stringData, which takes plain text' : 'encode it in base64';
      yield { manifest, path, message, fix };
    }
  },
};

/** As base64.StdEncoding of Go: line breaks count for nothing, but the padding must be there. */
function isBase64(text: string): boolean {
  const letters = text.replace(/[\r\n]/g, '');
  return letters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(letters);
}
