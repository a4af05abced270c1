import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../lib/manifest';
import { ASSUMPTIONS } from '../lib/preview/assumption';
import { csv } from '../lib/preview/format/csv';
import { json } from '../lib/preview/format/json';
import { svg } from '../lib/preview/format/svg';
import { text } from '../lib/preview/format/text';
import { shapes } from '../lib/preview/load-spec';
import { fillPage, type SaidLoad } from '../lib/preview/page/fill';
import { type Folder, type Preview, type PreviewRequest, previewFolders } from '../lib/preview/preview';
import { VARIABLES } from '../lib/preview/variant';
import { readManifests } from '../lib/read/read';
import { NEWEST } from '../lib/schema/schema';
import { parseArguments } from './arguments';
import { InputError, readFiles } from './files';
import { LOAD_FLAGS, loadRequestOf, metricNameIn, perRequestOf } from './load-flags';
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
  return {
    ...loadRequestOf(values),
    kubernetes: version(values.kubernetes ?? projectSettings().kubernetes),
    autoscaler: values.autoscaler,
    variants: values.set,
  };
}

function parse(args: string[]) {
  return parseArguments('preview', args, {
    ...LOAD_FLAGS,
    set: { type: 'string', multiple: true },
    autoscaler: { type: 'string' },
    kubernetes: { type: 'string' },
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
    svg: { type: 'string' },
    html: { type: 'string' },
  });
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
