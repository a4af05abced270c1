import { setFlagsFromString } from 'node:v8';
import { loadWithCodeCache } from './code-cache';

// The check of the published command, from the code that V8 keeps of it: the one verb that is large enough for it.

// A check of a thousand files ends before most of the optimising has paid for itself: a fifth less time without it. And
// young memory that does not grow stays in the caches: a twelfth less, for a twenty-fifth more at ten thousand files.
// No flag of V8 is promised, so they are set where they were measured.
if (process.version.startsWith('v20.')) {
  setFlagsFromString('--interrupt-budget=500000');
  setFlagsFromString('--semi-space-growth-factor=1');
}
module.exports = loadWithCodeCache(require.resolve('./check-code.js'));
