import { keyPath } from './key-path';
import { fault, type Rule } from './rule';
import { trappedIn } from './traps';

export const rewrittenKey: Rule = {
  id: 'rewritten-key',
  severity: 'warning',
  summary:
    'A key that YAML reads as true, false or a number is quoted: on, yes and y become "true", and 1.10 becomes "1.1".',
  source: 'https://yaml.org/type/bool.html',
  *check(set) {
    for (const { manifest, origin } of trappedIn(set)) {
      for (const { path, text, key } of origin.rewrittenKeys) {
        yield fault(
          manifest,
          { path: keyPath(path, key), value: text },
          `must be quoted, or the key is "${key}"`,
          `write "${text}": in quotes`,
        );
      }
    }
  },
};
