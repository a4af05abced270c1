import { existsSync } from 'node:fs';
import { normalize } from 'node:path/posix';
import type { SourceFile } from '../lib/check/files';
import { patchesIn } from '../lib/check/kustomize';
import { readManifests } from '../lib/read/read';
import { FORMATS } from '../lib/review/format';
import { GRAVITY } from '../lib/review/format/grouped';
import { type Review, review as reviewManifests } from '../lib/review/review';
import { NEWEST } from '../lib/schema/schema';
import { choiceOf, parseArguments } from './arguments';
import { InputError, readFiles } from './files';
import { commitOf, filesAt } from './git';
import { kubernetesOf } from './minor-version';

const KINDS: readonly string[] = [...GRAVITY, 'finding'];

const USAGE = `Usage: ml-app review OLD NEW [-- PATH...] [--format FORMAT] [--fail-on KIND,...]
                            [--kubernetes VERSION]

Says what a change of YAML will do for someone when it is applied, and nothing else: two
spellings of one object are no change. OLD and NEW are files, folders, - for the
standard input, or revisions of git; OLD alone is a revision, compared with the files.

  ml-app review old.yaml new.yaml
  ml-app review main..HEAD -- dist
  ml-app review HEAD -- dist                 with what stands in dist now

A file or a folder goes over a revision of its name.

  --format       text (default), markdown (for a comment on a pull request), json
  --fail-on      what makes exit code 1 (default: anything): ${KINDS.slice(0, 5).join(', ')},
                 ${KINDS.slice(5).join(', ')}
  --kubernetes   the version of the cluster, 1.27 to 1.${NEWEST} (default: what package.json
                 says under "ml-app", or 1.${NEWEST})

Exit codes: 0 no consequence; 1 consequences; 2 something could not be read: it is
named, the rest is shown.
`;

/** `ml-app review OLD NEW`: what a change does. */
export async function review(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) {
      process.stdout.write(USAGE);
      return 0;
    }
    const { old, young, unreadable } = sidesOf(options.words, options.paths);
    for (const path of options.paths) refuseUnknown(path, [...old, ...young]);
    if (old.length + young.length === 0) {
      throw new InputError('nothing to review: neither side holds a YAML or JSON file');
    }
    const [before, after] = [manifestsIn(old), manifestsIn(young)];
    const told = reviewManifests(before.manifests, after.manifests, options.kubernetes);
    process.stdout.write(options.format(told));
    const broken = [...before.broken, ...after.broken, ...unreadable];
    for (const reason of broken) console.error(`ml-app review: ${reason}`);
    if (broken.length > 0) return 2;
    return kindsOf(told).some((kind) => options.failOn.includes(kind)) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(`ml-app review: ${error.message}`);
    return 2;
  }
}

function readOptions(args: string[]) {
  const end = args.indexOf('--');
  const { positionals: words, values } = parseArguments('review', end < 0 ? args : args.slice(0, end), {
    format: { type: 'string', default: 'text' },
    'fail-on': { type: 'string', default: KINDS.join(',') },
    kubernetes: { type: 'string' },
  });
  const format = choiceOf('--format', FORMATS, values.format);
  const failOn = values['fail-on'].split(',');
  const unknown = failOn.find((kind) => !KINDS.includes(kind));
  if (unknown !== undefined) throw new InputError(`--fail-on knows ${KINDS.join(', ')}, got ${unknown}`);
  const paths = end < 0 ? [] : args.slice(end + 1);
  const flag = paths.find((path) => path.startsWith('-'));
  if (flag !== undefined) throw new InputError(`behind -- stand paths alone, got ${flag}: put flags before it`);
  return {
    help: values.help,
    words,
    paths,
    format,
    failOn,
    kubernetes: kubernetesOf(values.kubernetes),
  };
}

interface Sides {
  readonly old: readonly SourceFile[];
  readonly young: readonly SourceFile[];
  readonly unreadable: readonly string[];
}

function sidesOf(words: readonly string[], paths: readonly string[]): Sides {
  const [first = '', second, ...others] = words.flatMap(asRange);
  if (first === '' || others.length > 0) throw new InputError('takes two sides; see ml-app review --help');
  if (first === '-' && second === '-') throw new InputError('the standard input can be one side alone');
  const old = sideOf(first, paths);
  if (second !== undefined) {
    const young = sideOf(second, paths);
    return { old: old.files, young: young.files, unreadable: [...old.unreadable, ...young.unreadable] };
  }
  if (!old.isRevision) throw new InputError(`takes two sides; ${first} alone is no revision`);
  if (paths.length === 0) throw new InputError(`say which files: ml-app review ${first} -- dist`);
  // What is gone is gone on this side alone.
  const there = paths.filter((path) => existsSync(path));
  const now = there.length === 0 ? { files: [], unreadable: [] } : readFiles(there);
  return { old: old.files, young: now.files, unreadable: now.unreadable };
}

/** `main..HEAD` is two sides. */
function asRange(word: string): string[] {
  const [, from, to] = /^(.+?)\.\.([^.].*|)$/.exec(word) ?? [];
  return from === undefined || existsSync(word) ? [word] : [from, to === '' ? 'HEAD' : String(to)];
}

function sideOf(word: string, paths: readonly string[]) {
  if (word === '-' || existsSync(word)) return { ...readFiles([word]), isRevision: false };
  const commit = commitOf(word);
  if (commit === undefined) throw new InputError(`no file, folder or revision of git is called ${word}`);
  return { files: filesAt(commit, paths), unreadable: [], isRevision: true };
}

/** A path that is on one side alone is all new, or all gone; on neither, it is misspelt. */
function refuseUnknown(path: string, files: readonly SourceFile[]): void {
  const folder = normalize(path).replace(/\/$/, '');
  const isThere = files.some(({ name }) => folder === '.' || name === folder || name.startsWith(`${folder}/`));
  if (!isThere) throw new InputError(`${path} is on neither side`);
}

/** Patches over other objects are no objects of their own. */
function manifestsIn(files: readonly SourceFile[]) {
  const read = files.map(({ name, content }) => readManifests(name, content));
  const all = read.flatMap(({ manifests }) => manifests);
  const patches = patchesIn(all);
  const broken = read.flatMap(({ unreadable }) => unreadable.filter(({ isBroken }) => isBroken));
  return {
    manifests: all.filter((each) => !patches.has(each)).map(({ manifest }) => manifest),
    broken: broken.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
  };
}

function kindsOf({ consequences, added, cleared }: Review): string[] {
  const kinds: string[] = consequences.map(({ kind }) => kind);
  return added.length + cleared.length === 0 ? kinds : [...kinds, 'finding'];
}
