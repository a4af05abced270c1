import { areTwoObjects } from './document-separator';
import { keyPath } from './key-path';
import { fault, type Rule } from './rule';
import { trappedIn } from './traps';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'warning',
  summary: 'A field is said once: of two, the last one counts, and kubectl drops the earlier without a word.',
  source: 'https://yaml.org/spec/1.2.2/#3213-node-comparison',
  *check(set) {
    for (const { manifest, origin } of trappedIn(set)) {
      // A second object begins there: document-separator tells it.
      if (areTwoObjects(origin)) continue;
      const keys = new Map(origin.duplicateKeys.map(({ path, key }) => [keyPath(path, key), key]));
      for (const [path, key] of keys) {
        yield fault(
          manifest,
          { path, value: key },
          'must be said once; the last one counts, and what stands under an earlier one is dropped',
          'make one of them, with all that is wanted',
        );
      }
    }
  },
};
