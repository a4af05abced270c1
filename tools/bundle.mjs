// Bundles the command `ml-app` into build/bin, which is what is published: a file a verb, so that none loads the
// others'. Of nearly two hundred files, loading took longer than the check of one manifest.
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '..');
const SOURCE = join(ROOT, 'build', 'cli');
const TARGET = join(ROOT, 'build', 'bin');
const VERBS = ['check', 'synth'];

/** What the dispatcher asks for a verb stays a file of its own. */
const verbsApart = {
  name: 'verbs apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ importer, path }) => {
      const isVerb = dirname(importer) === SOURCE && VERBS.some((verb) => path === `./${verb}.js`);
      return isVerb ? { path, external: true } : undefined;
    });
  },
};

rmSync(TARGET, { recursive: true, force: true });
await build({
  entryPoints: {
    'ml-app': join(SOURCE, 'ml-app.js'),
    'code-cache': join(SOURCE, 'code-cache.js'),
    'check-code': join(SOURCE, 'check.js'),
    synth: join(SOURCE, 'synth.js'),
  },
  outdir: TARGET,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  // Read as such, which is faster.
  charset: 'ascii',
  platform: 'node',
  target: 'node20',
  external: ['cdk8s', 'constructs', 'cdk8s-plus-27'],
  logLevel: 'warning',
  plugins: [verbsApart],
});
// The one verb that is large enough for it.
const LOAD_CHECK =
  "module.exports = require('./code-cache.js').loadWithCodeCache(require.resolve('./check-code.js'));\n";
writeFileSync(join(TARGET, 'check.js'), LOAD_CHECK);
