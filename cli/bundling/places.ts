import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Plugin } from 'esbuild';

/** What files call their own place, and whether they are the one that is run. */
const NAMES = {
  __dirname: 'ownFolder',
  __filename: 'ownFile',
  'import.meta.dirname': 'ownFolder',
  'import.meta.filename': 'ownFile',
  'import.meta.url': 'ownUrl',
  'require.main': 'ownMain',
};

/** A module that is there in every bundle, under a name that no file has. */
export const PLACE_OF_BUNDLE = 'place-of-bundle';
const SOURCE_OF_PLACE = 'export const placeOfBundle = __dirname;';

const SAID = new RegExp(`\\b(${Object.keys(NAMES).join('|').replaceAll('.', '\\.')})\\b`);

/** A plugin of esbuild: a file that asks where it stands is told where it stood, not where the bundle stands. */
export function keepPlaces(entry: string, outdir: string): Plugin {
  return {
    name: 'places',
    setup({ esbuild, onLoad, onResolve }) {
      onResolve({ filter: new RegExp(`^${PLACE_OF_BUNDLE}$`) }, ({ path }) => ({ path, namespace: PLACE_OF_BUNDLE }));
      onLoad({ filter: /./, namespace: PLACE_OF_BUNDLE }, () => ({ contents: SOURCE_OF_PLACE }));
      onLoad({ filter: /\.[cm]?js$/, namespace: 'file' }, async ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!SAID.test(text)) return undefined;
        // The mapping goes on to what the file was made from.
        const { code } = await esbuild.transform(text, { define: NAMES, sourcefile: path, sourcemap: 'inline' });
        const [beginning] = /^(?:#!.*\n)?(?:"use strict";)?/.exec(code) ?? [''];
        return { contents: beginning + told(path, outdir, path === entry) + code.slice(beginning.length) };
      });
    },
  };
}

function told(file: string, outdir: string, isEntry: boolean): string {
  const at = (place: string) => `require('node:path').join(placeOfBundle, ${JSON.stringify(relative(outdir, place))})`;
  const main = isEntry ? 'module' : 'undefined';
  return `var ownFolder = ${at(dirname(file))}, ownFile = ${at(file)}, ownUrl = String(require('node:url').pathToFileURL(ownFile)), ownMain = ${main};`;
}
