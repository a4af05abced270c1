import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../lib/manifest';
import { ASSUMPTIONS, type Assumed, readAssumptions } from '../lib/preview/assumption';
import { csv } from '../lib/preview/format/csv';
import { json } from '../lib/preview/format/json';
import { svg } from '../lib/preview/format/svg';
import { text } from '../lib/preview/format/text';
import type { Load } from '../lib/preview/load';
import { parseLoadFile } from '../lib/preview/load-file';
import { isShape, parseShape, shapes } from '../lib/preview/load-spec';
import { fillPage, type SaidLoad } from '../lib/preview/page/fill';
import { type Folder, type Preview, type PreviewRequest, previewFolders } from '../lib/preview/preview';
import { parseSeconds } from '../lib/preview/seconds';
import { LONGEST } from '../lib/preview/validate';
import { VARIABLES } from '../lib/preview/variant';
import { readManifests } from '../lib/read/read';
import { NEWEST } from '../lib/schema/schema';
import { parseArguments } from './arguments';
import { InputError, readFiles } from './files';
import { minorVersionOf } from './minor-version';
import { projectSettings } from './project';
import { tell } from './tell';

const USAGE = `Usage: ml-app preview PATH... [--load LOAD]... [--set CHANGES]... [OPTION...]

Says what each HorizontalPodAutoscaler in YAML of any origin would do under a load:
how many pods and when, what it decides and why, and what is not served meanwhile.
PATH is a file, a folder with all below it, or - for the standard input. Nothing is
asked of a cluster; docs/preview.md says what is assumed.

  --load LOAD         a shape, or a file that was recorded: CSV (time,value), or what
                      Prometheus answers to a range query. In cores; with
                      --cpu-per-request in requests a second; of an autoscaler
                      without CPU in the metric's own value. NAME=LOAD is the value
                      of the metric of that name
  --cpu-per-request T CPU time of a request, such as 20ms
  --set CHANGES       one more variant beside the manifest: maxReplicas=10,target=60
                      (${wrapped(VARIABLES)})
  --autoscaler NAME   only this one
  --duration T        how long (default: until 10 minutes after the load)
  --startup T         from the start of a pod until it serves: loading the model
                      (default: as long as its probes wait)
  --startup-cpu N     cores that a pod uses meanwhile (default 0)
  --node-delay T      from the creation of a pod until it runs: a new node, the image
                      (default 0)
  --idle-cpu N        cores that a pod uses without load (default 0)
  --replicas N        pods at the beginning (default: minReplicas)
  --unserved HOW      queue (default) or drop
  --assume NAME=VALUE what else is assumed (repeatable): ${wrapped(ASSUMPTIONS)}
  --kubernetes V      the version of the cluster, 1.27 to 1.${NEWEST} (default: what
                      package.json says under "ml-app", or 1.${NEWEST})

  --json, --csv       in the place of text
  --svg FILE          a picture
  --html FILE         a page to play with, for a browser: needs no network

Shapes, with their defaults:
${shapeLines()}

Exit codes: 0 done; 2 something could not be read or previewed: it is named, the rest
is shown.
`;

function wrapped(names: readonly string[]): string {
  return names
    .join(', ')
    .replaceAll(/(.{1,56})(?: |$)/g, '$1\n                      ')
    .trim();
}

function shapeLines(): string {
  return Object.entries(shapes())
    .map(
      ([name, settings]) =>
        `  ${name}:${Object.entries(settings)
          .map(([key, value]) => `${key}=${value}`)
          .join(',')}`,
    )
    .join('\n');
}

/** `ml-app preview PATH...`: what autoscalers would do under a load. */
export async function preview(args: string[]): Promise<number> {
  const { values, positionals: paths } = parse(args);
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (paths.length === 0) throw new InputError('takes files, folders or -; see ml-app preview --help');
  const request = requestOf(values);
  const { folders, unreadable } = readFolders(paths);
  const { previews, refusals } = previewFolders(folders, request);
  for (const reason of [...unreadable, ...refusals]) tell('preview', reason);
  if (previews.length === 0) return 2;
  if (values.json && values.csv) throw new InputError('--json and --csv: say one of them');
  if (values.json || values.csv || values.svg !== undefined || values.html !== undefined) refuseTooLong(previews);
  if (values.svg !== undefined) write(values.svg, svg(previews));
  if (values.html !== undefined) write(values.html, fillPage(emptyPage(), previews, saidLoad(values)));
  if (values.json) process.stdout.write(json(previews));
  else if (values.csv) process.stdout.write(csv(previews));
  else process.stdout.write(text(previews));
  return unreadable.length + refusals.length > 0 ? 2 : 0;
}

type Values = ReturnType<typeof parse>['values'];

/** As many looks as a text of them may hold. */
const MOST_LOOKS = 1_000_000;

function refuseTooLong(previews: readonly Preview[]): void {
  const looks = previews.reduce((sum, { timeline }) => sum + timeline.time.length, 0);
  if (looks <= MOST_LOOKS) return;
  throw new InputError(`at most ${MOST_LOOKS} looks can be written down, got ${looks}: say a shorter --duration`);
}

/** The objects of each folder, and what can't be read beside them. */
function readFolders(paths: readonly string[]): { folders: Folder[]; unreadable: string[] } {
  const input = readFiles(paths);
  const unreadable = [...input.unreadable];
  const folders = new Map<string, Manifest[]>();
  for (const { name, content } of input.files) {
    const read = readManifests(name, content);
    for (const { file, line, reason, isBroken } of read.unreadable) {
      if (isBroken) unreadable.push(`${file}:${line}: ${reason}`);
    }
    const folder = folders.get(dirname(name)) ?? [];
    folder.push(...read.manifests.map(({ manifest }) => manifest));
    folders.set(dirname(name), folder);
  }
  return { folders: Array.from(folders, ([name, objects]) => ({ name, objects })), unreadable };
}

function requestOf(values: Values): PreviewRequest {
  const { load, metricLoads } = readLoads(values.load ?? []);
  const assumed = assumptions(values.assume ?? []);
  const unserved = values.unserved ?? 'queue';
  if (unserved !== 'queue' && unserved !== 'drop')
    throw new InputError(`--unserved must be queue or drop, got ${unserved}`);
  return {
    kubernetes: version(values.kubernetes ?? projectSettings().kubernetes),
    autoscaler: values.autoscaler,
    load,
    cpuPerRequest: values['cpu-per-request'] === undefined ? undefined : perRequestOf(values),
    metricLoads,
    variants: values.set,
    startup: values.startup === undefined ? undefined : time('startup', values),
    duration: values.duration === undefined ? undefined : length('duration', time('duration', values)),
    initialReplicas: values.replicas === undefined ? undefined : whole('replicas', values),
    controller: assumed.controller,
    model: {
      ...assumed.model,
      unserved,
      ...(values['startup-cpu'] === undefined ? {} : { startupCpu: number('startup-cpu', values) }),
      ...(values['idle-cpu'] === undefined ? {} : { idleCpu: number('idle-cpu', values) }),
      ...(values['node-delay'] === undefined ? {} : { untilRunning: time('node-delay', values) }),
    },
  };
}

function parse(args: string[]) {
  return parseArguments('preview', args, {
    load: { type: 'string', multiple: true },
    set: { type: 'string', multiple: true },
    'cpu-per-request': { type: 'string' },
    autoscaler: { type: 'string' },
    duration: { type: 'string' },
    startup: { type: 'string' },
    'startup-cpu': { type: 'string' },
    'node-delay': { type: 'string' },
    'idle-cpu': { type: 'string' },
    replicas: { type: 'string' },
    unserved: { type: 'string' },
    assume: { type: 'string', multiple: true },
    kubernetes: { type: 'string' },
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
    svg: { type: 'string' },
    html: { type: 'string' },
  });
}

/** Cores of a request a second. */
function perRequestOf(values: Values): number {
  return values['cpu-per-request'] === undefined ? 1 : time('cpu-per-request', values) / 1000;
}

/** The load of the app, as it was said. */
function saidLoad(values: Values): SaidLoad {
  return { load: values.load?.find((said) => metricNameIn(said) === undefined), perRequest: perRequestOf(values) };
}

/** What tools/bundle.mjs made: beside the published command, and in the next folder of a compiled one. */
function emptyPage(): string {
  try {
    return readFileSync(join(__dirname, '..', 'bin', 'preview-page.html'), 'utf8');
  } catch {
    throw new InputError('--html needs build/bin, which this checkout has not: npm run bundle makes it');
  }
}

function assumptions(said: readonly string[]): Assumed {
  try {
    return readAssumptions(said);
  } catch (error) {
    throw new InputError(`--assume ${(error as Error).message}`);
  }
}

/** A load of the app, and loads of metrics by their names: `queue_depth=ramp:to=100`. */
function readLoads(said: readonly string[]): { load?: Load; metricLoads: ReadonlyMap<string, Load> } {
  const metricLoads = new Map<string, Load>();
  let load: Load | undefined;
  for (const each of said) {
    const name = metricNameIn(each);
    if (name !== undefined) metricLoads.set(name, readLoad(each.slice(name.length + 1)));
    else if (load === undefined) load = readLoad(each);
    else throw new InputError(`--load says the load of the app twice: ${each}; NAME=LOAD is that of a metric`);
  }
  return { load, metricLoads };
}

/** What stands before `=`, unless that is a shape with its settings, or the name of a file. */
function metricNameIn(said: string): string | undefined {
  const at = said.indexOf('=');
  return at === -1 || isShape(said) || isFile(said) ? undefined : said.slice(0, at);
}

/** A file where there is one of that name; otherwise a shape. */
function readLoad(said: string): Load {
  if (isFile(said)) return parseLoadFile(said, readText(said));
  if (/[/\\]|\.(csv|json|txt)$/.test(said)) throw new InputError(`--load: no such file: ${said}`);
  return parseShape(said);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(`--load: cannot read ${path}: ${(error as Error).message}`);
  }
}

function time(flag: string, values: Values): number {
  const said = String(values[flag as keyof Values]);
  const value = parseSeconds(said);
  if (value === undefined) throw new InputError(`--${flag} must be a time such as 90s, 5m or 1h, got ${said}`);
  return value;
}

function length(flag: string, value: number): number {
  if (value <= 0 || value > LONGEST) throw new InputError(`--${flag} must be more than 0, and at most 366d`);
  return value;
}

function number(flag: string, values: Values): number {
  const said = String(values[flag as keyof Values]);
  const value = /^\d+(\.\d+)?$/.test(said) ? Number(said) : Number.NaN;
  if (Number.isNaN(value)) throw new InputError(`--${flag} must be a number of at least 0, got ${said}`);
  return value;
}

function whole(flag: string, values: Values): number {
  const value = number(flag, values);
  if (!Number.isInteger(value)) throw new InputError(`--${flag} must be a whole number, got ${value}`);
  return value;
}

function version(said = `1.${NEWEST}`): string {
  minorVersionOf(said);
  return said;
}

function write(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new InputError(`cannot write ${file}: ${(error as Error).message}`);
  }
}
