import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Plugin } from 'esbuild';

/** What stands before the code of a bundle. */
export const BUNDLE_FOLDER = 'const bundleFolder = __dirname;';

/** What a file of the language calls its own place, and a bundle must call something else. */
export const IMPORT_META_URL = 'importMetaUrl';

/** A plugin of esbuild: a file that asks where it stands is told where it stood, not where the bundle stands. */
export function keepPlaces(outdir: string): Plugin {
  return {
    name: 'places',
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?js$/, namespace: 'file' }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!/\b(__dirname|__filename|import\.meta\.url)\b/.test(text)) return undefined;
        const at = (place: string) =>
          `require('node:path').join(bundleFolder, ${JSON.stringify(relative(outdir, place))})`;
        // On the first line, so that all lines keep their numbers.
        const told = /\bimport\.meta\.url\b/.test(text)
          ? `var ${IMPORT_META_URL} = String(require('node:url').pathToFileURL(${at(path)}));`
          : `var __dirname = ${at(dirname(path))}, __filename = ${at(path)};`;
        return { contents: text.startsWith('#!') ? text.replace(/^#!.*/, told) : told + text };
      });
    },
  };
}
