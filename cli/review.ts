import { relative } from 'node:path';
import { foldersOf } from '../lib/check/folders';
import { patchesIn } from '../lib/check/kustomize';
import { type PreviewRequest, previewFolders } from '../lib/preview/preview';
import { readManifests } from '../lib/read/read';
import { CONSEQUENCE_KINDS } from '../lib/review/consequence';
import { FORMATS } from '../lib/review/format';
import { reviewedLoads } from '../lib/review/load';
import type { ReviewedFolder } from '../lib/review/pairs';
import { type Review, review as reviewFolders } from '../lib/review/review';
import { NEWEST } from '../lib/schema/schema';
import { choiceOf, parseArguments } from './arguments';
import { InputError } from './files';
import { LOAD_FLAGS, loadRequestOf } from './load-flags';
import { kubernetesOf } from './minor-version';
import { type SideFiles, sidesOf } from './sides';
import { tell } from './tell';

const KINDS: readonly string[] = [...CONSEQUENCE_KINDS, 'finding'];

const USAGE = `Usage: ml-app review OLD [NEW] [-- PATH...] [--format FORMAT] [--fail-on KIND,...]
                            [--load LOAD] [--kubernetes VERSION]

Says what a change of YAML will do for someone when it is applied, and nothing else: two
spellings of one object are no change. OLD and NEW are files, folders, - for the
standard input, or revisions of git, of which PATH is looked at (default: dist, or all
where there is none). OLD alone is a revision, compared with the files as they are.

  ml-app review old.yaml new.yaml
  ml-app review main..HEAD -- dist
  ml-app review HEAD~1                       with what stands in dist now

A file or a folder goes over a revision of its name. Flags stand before --.

  --format       text (default), markdown (for a comment on a pull request), json
  --fail-on      what makes exit code 1 (default: anything): ${KINDS.slice(0, 5).join(', ')},
                 ${KINDS.slice(5).join(', ')}
  --load         plays a load on both sides; it, and the flags that say more of it, are
                 those of ml-app preview: --load ramp:to=8 --startup 90s
  --kubernetes   the version of the cluster, 1.27 to 1.${NEWEST} (default: what package.json
                 says under "ml-app", or 1.${NEWEST})

Exit codes: 0 no consequence; 1 consequences, or findings that come; 2 something could
not be read: it is named, the rest is shown.
`;

/** `ml-app review OLD NEW`: what a change does. */
export async function review(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [old, young] = sidesOf(options.words, options.paths);
  if (old.files.length + young.files.length === 0) {
    throw new InputError('nothing to review: neither side holds a YAML or JSON file');
  }
  const [before, after] = [readSide(old, options.kubernetes), readSide(young, options.kubernetes)];
  const loads = options.load && playBoth(before.folders, after.folders, options.load);
  const told: Review = { ...reviewFolders(before.folders, after.folders), loads: loads?.played };
  process.stdout.write(options.format(told));
  const broken = new Set([...before.broken, ...after.broken, ...(loads?.refusals ?? [])]);
  for (const reason of broken) tell('review', reason);
  if (broken.size > 0) return 2;
  return kindsOf(told).some((kind) => options.failOn.includes(kind)) ? 1 : 0;
}

function readOptions(args: string[]) {
  const end = args.indexOf('--');
  const { positionals: words, values } = parseArguments('review', end < 0 ? args : args.slice(0, end), {
    ...LOAD_FLAGS,
    format: { type: 'string', default: 'text' },
    'fail-on': { type: 'string', default: KINDS.join(',') },
    kubernetes: { type: 'string' },
  });
  const paths = end < 0 ? [] : args.slice(end + 1);
  const flag = paths.find((path) => path.startsWith('-'));
  if (flag !== undefined) throw new InputError(`behind -- stand paths alone, got ${flag}: put flags before it`);
  const kubernetes = kubernetesOf(values.kubernetes);
  return {
    help: values.help,
    words,
    paths,
    kubernetes,
    format: choiceOf('--format', FORMATS, values.format),
    failOn: kindsIn(values['fail-on']),
    load: values.load === undefined ? undefined : { ...loadRequestOf(values), kubernetes: `1.${kubernetes}` },
  };
}

function kindsIn(said: string): readonly string[] {
  const kinds = said.split(',').map((kind) => kind.trim());
  const unknown = kinds.find((kind) => !KINDS.includes(kind));
  if (unknown !== undefined) throw new InputError(`--fail-on knows ${KINDS.join(', ')}, got ${unknown}`);
  return kinds;
}

/** The objects of each folder; patches over other objects are none of their own. */
function readSide({ files, root, unreadable }: SideFiles, kubernetes: number) {
  const read = files.map(({ name, content }) => readManifests(name, content));
  const all = read.flatMap(({ manifests }) => manifests);
  const patches = patchesIn(all);
  const folders = foldersOf(
    all.filter((each) => !patches.has(each)),
    { kubernetes },
  );
  const broken = read.flatMap((file) => file.unreadable.filter(({ isBroken }) => isBroken));
  return {
    folders: folders.map(({ name, set }): ReviewedFolder => ({ name: relative(root, name), set })),
    broken: [...unreadable, ...broken.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)],
  };
}

function playBoth(before: readonly ReviewedFolder[], after: readonly ReviewedFolder[], request: PreviewRequest) {
  const [was, is] = [play(before, request), play(after, request)];
  return { played: reviewedLoads(was.previews, is.previews), refusals: [...was.refusals, ...is.refusals] };
}

/** A side without an autoscaler has nothing that a load could be played on. */
function play(folders: readonly ReviewedFolder[], request: PreviewRequest) {
  const isScaled = folders.some(({ set }) => set.ofKind('HorizontalPodAutoscaler').length > 0);
  const named = folders.map(({ name, set }) => ({ name, objects: set.manifests }));
  return isScaled ? previewFolders(named, request) : { previews: [], refusals: [] };
}

function kindsOf({ consequences, added }: Review): string[] {
  const kinds: string[] = consequences.map(({ kind }) => kind);
  return added.length === 0 ? kinds : [...kinds, 'finding'];
}
