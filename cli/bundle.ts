import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { BuildFailure, BuildOptions, OutputFile } from 'esbuild';
import { parseArguments } from './arguments';
import { lateModules } from './bundling/late-modules';
import { keepPlaces, PLACE_OF_BUNDLE } from './bundling/places';
import { InputError } from './files';
import { tell } from './tell';
import { writeWhole } from './write-whole';

const USAGE = `Usage: ml-app bundle FILE [--outfile BUNDLE]

Makes a bundle of a compiled app and all that it loads, cdk8s among it, which starts
some three times as fast: what is not needed for a synth is left for later, and what
V8 compiled is kept. For apps that run more often than they change, such as a step of
a delivery that synthesises for each cluster. Bundle again after each change.

  ml-app bundle build/main.js        writes build/main.bundle.cjs
  node build/main.bundle.cjs         does what node build/main.js does

Needs esbuild in the project: npm install --save-dev esbuild

  --outfile      what is run (default: FILE with the ending .bundle.cjs); its code
                 (.code.cjs), the map to the sources (.map), and after the first run
                 what V8 made of the code (.cache) stand beside it. Git need not know
                 any of them.

Exit codes: 0 done; 2 bad input, and nothing was written.
`;

/** By which a bundle is known as one that may be replaced. */
const MADE_BY_US = '// Made by ml-app bundle: bundle again, rather than change it.';

/** `ml-app bundle FILE`: an app and all that it loads, in a form that starts fast. */
export async function bundle(args: string[]): Promise<number> {
  const { help, file, outfile } = readArguments(args);
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [main, code] = [outfile, outfile.replace(/\.cjs$/, '.code.cjs')];
  for (const each of [main, code]) refuseForeign(each);
  if (!existsSync(code)) refuseForeign(`${code}.map`);
  const esbuild = esbuildOf(file);
  try {
    const files = [...(await bundleApp(esbuild, file, code)), ...(await bundleLoader(esbuild, main, code))];
    putInPlace(files);
    const size = files.reduce((sum, { path, contents }) => sum + (path.endsWith('.map') ? 0 : contents.length), 0);
    console.log(`${relative('.', main)}: ${(size / 1e6).toFixed(1)} MB; run it with: node ${relative('.', main)}`);
    return 0;
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (errors === undefined) throw error;
    for (const each of errors) tell('bundle', describe(each));
    return 2;
  }
}

function readArguments(args: string[]) {
  const { positionals, values } = parse(args);
  const [file = '', ...others] = positionals;
  if (values.help) return { help: true, file, outfile: '' };
  if (file === '' || others.length > 0) {
    throw new InputError('takes one file, the compiled app: ml-app bundle build/main.js');
  }
  if (/\.[cm]?tsx?$/.test(file)) {
    throw new InputError(`${file} is TypeScript: compile it first (npx tsc), and bundle what comes of it`);
  }
  if (!/\.[cm]?js$/.test(file)) throw new InputError(`takes JavaScript (.js, .cjs, .mjs), got ${file}`);
  if (!existsSync(file)) throw new InputError(`no such file: ${file}; compile the app first`);
  if (isBundle(file)) throw new InputError(`${file} is a bundle already: give the app that it was made of`);
  const outfile = values.outfile ?? join(dirname(file), `${basename(file, extname(file))}.bundle.cjs`);
  if (!outfile.endsWith('.cjs')) throw new InputError(`--outfile must end with .cjs, got ${outfile}`);
  return { help: false, file: resolve(file), outfile: resolve(outfile) };
}

function parse(args: string[]) {
  return parseArguments('bundle', args, {
    outfile: { type: 'string' },
  });
}

function refuseForeign(file: string): void {
  if (!existsSync(file)) return;
  if (isBundle(file)) return;
  throw new InputError(`${relative('.', file)} stands there already and is no bundle: move it away, or say --outfile`);
}

function isBundle(file: string): boolean {
  return statSync(file).isFile() && readFileSync(file, 'utf8').startsWith(MADE_BY_US);
}

const COMMON: BuildOptions & { write: false } = {
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  // Read as such, which is faster.
  charset: 'ascii',
  logLevel: 'silent',
};

type Esbuild = typeof import('esbuild');

async function bundleApp(esbuild: Esbuild, file: string, outfile: string): Promise<OutputFile[]> {
  const { outputFiles } = await esbuild.build({
    ...COMMON,
    entryPoints: [file],
    outfile,
    banner: { js: MADE_BY_US },
    // What is left of it would be empty.
    logOverride: { 'empty-import-meta': 'error' },
    // What is loaded with the code that V8 keeps can't import, but require.
    supported: { 'dynamic-import': false },
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'external',
    sourcesContent: false,
    inject: [PLACE_OF_BUNDLE],
    plugins: [lateModules(resolve(__dirname, '..')), keepPlaces(file, dirname(outfile))],
  });
  return outputFiles;
}

/** What is run: it loads the code with what V8 kept of it. */
async function bundleLoader(esbuild: Esbuild, outfile: string, code: string): Promise<OutputFile[]> {
  const loader = JSON.stringify(join(__dirname, 'code-cache.js'));
  const name = JSON.stringify(`./${basename(code)}`);
  const { outputFiles } = await esbuild.build({
    ...COMMON,
    stdin: { contents: `require(${loader}).loadWithCodeCache(require.resolve(${name}));`, resolveDir: __dirname },
    outfile,
    external: [`./${basename(code)}`],
    banner: { js: MADE_BY_US },
    minify: true,
  });
  return outputFiles;
}

/** That of the app's project, not ours: who does not bundle need not install it. */
function esbuildOf(file: string): Esbuild {
  try {
    return createRequire(file)('esbuild');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(
      code === 'MODULE_NOT_FOUND'
        ? 'esbuild is not installed in the project of the app: npm install --save-dev esbuild'
        : `esbuild does not load: ${message}`,
    );
  }
}

/** The code before what loads it. */
function putInPlace(files: readonly OutputFile[]): void {
  try {
    for (const { path } of files) mkdirSync(dirname(path), { recursive: true });
    writeWhole(files);
  } catch (error) {
    throw new InputError(`cannot write: ${(error as Error).message}`);
  }
}

function describe({ text, location }: BuildFailure['errors'][number]): string {
  const place = location === null ? '' : `${location.file}:${location.line}:${location.column + 1}: `;
  const wayOut = /[Tt]op-level await/.test(text) ? '; put it into an async function' : '';
  return place + text + wayOut;
}
