// Bundles what is published into build/bin: the command `ml-app`, a file a verb, so that none loads the others'; and the
// library. Of nearly three hundred files, loading took longer than the check of one manifest.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { makePreviewPage } from './preview-page.mjs';

const ROOT = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '..');
const CLI = join(ROOT, 'build', 'cli');
const TARGET = join(ROOT, 'build', 'bin');
/** What the dispatcher asks for a verb, and a verb for its code, stays a file of its own. */
const APART = [
  './check.js',
  './check-code.js',
  './synth.js',
  './preview.js',
  './review.js',
  './adopt.js',
  './bundle.js',
];

const filesApart = {
  name: 'files apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ importer, path }) =>
      dirname(importer) === CLI && APART.includes(path) ? { path, external: true } : undefined,
    );
  },
};

const COMMON = {
  outdir: TARGET,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  // Read as such, which is faster.
  charset: 'ascii',
  platform: 'node',
  target: 'node20',
  external: ['cdk8s', 'constructs', 'cdk8s-plus-27', 'esbuild'],
  logLevel: 'warning',
  plugins: [filesApart],
};

rmSync(TARGET, { recursive: true, force: true });
await build({
  ...COMMON,
  entryPoints: {
    'ml-app': join(CLI, 'ml-app.js'),
    'check-code': join(CLI, 'check.js'),
    check: join(CLI, 'published-check.js'),
    synth: join(CLI, 'synth.js'),
    preview: join(CLI, 'preview.js'),
    review: join(CLI, 'review.js'),
    adopt: join(CLI, 'adopt.js'),
    bundle: join(CLI, 'bundle.js'),
    'code-cache': join(CLI, 'code-cache.js'),
  },
});
for (const [name, file] of [
  ['library', 'index.js'],
  ['preview-library', 'preview/index.js'],
]) {
  const library = join(ROOT, 'build', 'lib', file);
  await build({
    ...COMMON,
    entryPoints: { [name]: library },
    // Node shows the line of an error.
    minifySyntax: false,
    minifyWhitespace: false,
    // Most apps never load it.
    external: [...COMMON.external, 'js-yaml'],
    // By which Node knows what a module of the language may import by name.
    footer: { js: `0 && (module.exports = { ${Object.keys(createRequire(library)(library)).join(', ')} });` },
  });
}
await makePreviewPage(ROOT, TARGET);
