import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { printable } from '../lib/printable';
import { SYNTH_CHANNEL, type SynthReport } from '../lib/synth/report';
import { explain } from './explain';
import { InputError } from './files';
import { showProgress } from './progress';
import { projectSettings } from './project';

/** `ml-app synth FILE`: runs an app, and says what became of its output folder, or what is wrong with the app. */
export async function synth(args: string[]): Promise<number> {
  const { file, debug } = readArguments(args);
  const { kubernetes } = projectSettings();
  if (kubernetes !== undefined) process.env.ML_APP_KUBERNETES ??= kubernetes;

  const clearProgress = await showProgress();
  const failed = (error: unknown) => {
    clearProgress();
    console.error(debug ? error : explain(error));
  };
  let reports = 0;
  // From the start of the process, which is when the user began to wait.
  let reported = 0;
  subscribe(SYNTH_CHANNEL, (report) => {
    clearProgress();
    reports += 1;
    const now = performance.now();
    console.log(`${summary(report as SynthReport)}, ${((now - reported) / 1000).toFixed(2)} s`);
    reported = now;
  });
  // An app may also fail in a callback, where no catch of ours stands.
  process.on('uncaughtException', (error) => {
    failed(error);
    process.exit(2);
  });
  try {
    await run(resolve(file));
  } catch (error) {
    failed(error);
    return 2;
  }
  // An app may synthesise in a callback, too.
  await once(process, 'beforeExit');
  if (reports > 0) return 0;
  throw new InputError(
    `${file} ran, but no App of cdk8s-autoscaled-ml-app said synth(): ` +
      `import App from there (what uses the App of cdk8s is run by: node ${file})`,
  );
}

function readArguments(args: string[]): { file: string; debug: boolean } {
  const { positionals, values } = parse(args);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new InputError('takes one file, the compiled app: ml-app synth build/main.js');
  }
  if (/\.[cm]?tsx?$/.test(file)) {
    throw new InputError(`${file} is TypeScript: compile it first (npx tsc), and run what comes of it`);
  }
  if (!existsSync(file)) throw new InputError(`no such file: ${file}; compile the app first (npm run compile)`);
  return { file, debug: values.debug };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { debug: { type: 'boolean', default: false } } });
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/** `require` is 10 ms faster than `import`; what only `import` can load is loaded by it. */
async function run(file: string): Promise<void> {
  try {
    require(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_REQUIRE_ESM' && code !== 'ERR_REQUIRE_ASYNC_MODULE') throw error;
    await import(pathToFileURL(file).href);
  }
}

/** As many as one can read; more are told by their number. */
const MOST_NAMED = 10;
const MOST_WARNINGS = 20;

function summary({ outdir, written, unchanged, removed, warnings }: SynthReport): string {
  const folder = printable(relative('.', outdir) || '.');
  const more = removed.length > MOST_NAMED ? `, and ${removed.length - MOST_NAMED} more` : '';
  const names = removed.length > 0 ? ` (${removed.slice(0, MOST_NAMED).map(printable).join(', ')}${more})` : '';
  const counts = `${folder}: ${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed${names}`;
  const told = warnings.slice(0, MOST_WARNINGS).map((warning) => `warning: ${warning}`);
  if (warnings.length > MOST_WARNINGS) {
    told.push(`and ${warnings.length - MOST_WARNINGS} more warnings: ml-app check ${folder} tells all`);
  }
  return [...told, counts].join('\n');
}
