// Makes build/bin/preview-page.html: the page of `ml-app preview --html` with its script and its style, all but its data.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

export async function makePreviewPage(root, target) {
  const folder = join(root, 'lib', 'preview', 'page', 'browser');
  const license = readFileSync(join(root, 'node_modules', 'uplot', 'LICENSE'), 'utf8').trim();
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'page.ts'), join(folder, 'style.css')],
    outdir: target,
    write: false,
    bundle: true,
    minify: true,
    charset: 'ascii',
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    banner: { js: `/*! uPlot: ${license} */` },
    logLevel: 'warning',
  });
  const [script, style] = ['.js', '.css'].map((ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  // Functions: in a text, `$&` would mean something.
  const page = readFileSync(join(folder, 'page.html'), 'utf8')
    .replace('content=""', () => `content="${policy}"`)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`);
  writeFileSync(join(target, 'preview-page.html'), page);
}

/** What the policy of a page knows a script or a style by: nothing else runs. */
function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
