import { linkSync, lstatSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Adoption, adopt as adoptFiles } from '../lib/adopt/adopt';
import { nextSteps } from '../lib/adopt/format/next-steps';
import { report } from '../lib/adopt/format/text';
import { plural } from '../lib/plural';
import { NEWEST } from '../lib/schema/schema';
import { parseArguments } from './arguments';
import { InputError, readFiles } from './files';
import { kubernetesOf } from './minor-version';
import { nearestPackage } from './project';
import { tell } from './tell';
import { writeWhole } from './write-whole';

const USAGE = `Usage: ml-app adopt PATH... [--outfile FILE] [--force] [--partial] [--kubernetes VERSION]

Makes a TypeScript app of YAML that exists: each Deployment with an autoscaler becomes
an AutoscaledMlApp, all other objects are carried over as they are, and comments come
along. PATH is a file, a folder with all below it, or - for the standard input:

  ml-app adopt k8s
  helm template ranker ./chart | ml-app adopt -
  kubectl get deploy,svc,hpa -o yaml | ml-app adopt - --outfile ranker.ts

Before anything is written, the app is run, and what it makes is compared with what was
read, as the API server would store the two.

  --outfile      what is written (default: main.ts)
  --force        replaces a file that stands there
  --partial      where not all is equal: writes the rest
  --kubernetes   the version of the cluster, 1.27 to 1.${NEWEST} (default: what package.json
                 says under "ml-app", or 1.${NEWEST})

Exit codes: 0 adopted, and proven equal; 1 not equal, and nothing was written unless
--partial, or a synth would refuse what was adopted: it is named; 2 bad input, and
nothing was written, or a document could not be read: it is named, the rest is adopted.
`;

/** `ml-app adopt PATH...`: YAML that exists as an app. */
export async function adopt(args: string[]): Promise<number> {
  const { help, paths, outfile, force, partial, kubernetes } = readOptions(args);
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  refusePlace(outfile, force);
  const { files, unreadable } = readFiles(paths);
  const adoption = adoptFiles(files, { kubernetes, isPartial: partial, library: libraryFor(outfile) });
  const { proof, broken } = adoption;
  const count = countOf(adoption);
  process.stdout.write(report(adoption));
  for (const reason of unreadable) tell('adopt', reason);
  if (count === 0) throw new InputError(`nothing to adopt: ${paths.join(', ')} holds no object for a cluster`);
  if (proof.unequal.length > 0 && !partial) {
    tell('adopt', 'not equal, and nothing was written; --partial writes the rest');
    return 1;
  }
  write(outfile, adoption.text, force);
  const equal = proof.unequal.length > 0 ? 'written, without what is not equal' : 'written, and proven equal';
  console.log(`${outfile}: ${plural(count, 'object')} of ${plural(files.length, 'file')} ${equal} to what was read\n`);
  process.stdout.write(nextSteps(adoption, outfile));
  if (broken.length + unreadable.length > 0) return 2;
  return proof.unequal.length + proof.refused.length > 0 ? 1 : 0;
}

function readOptions(args: string[]) {
  const { positionals: paths, values } = parseArguments('adopt', args, {
    outfile: { type: 'string', default: 'main.ts' },
    force: { type: 'boolean', default: false },
    partial: { type: 'boolean', default: false },
    kubernetes: { type: 'string' },
  });
  const { help, force, partial, outfile } = values;
  if (paths.length === 0 && !help) throw new InputError('takes files, folders or -; see ml-app adopt --help');
  if (!/\.[cm]?ts$/.test(outfile)) throw new InputError(`--outfile must end with .ts, got ${outfile}`);
  return { help, paths, outfile, force, partial, kubernetes: kubernetesOf(values.kubernetes) };
}

function countOf({ apps, carried }: Adoption): number {
  return apps.reduce((sum, { objects }) => sum + objects.length, carried.length);
}

/** What can't be written is said before anything else. A link is in the way wherever it leads. */
function refusePlace(outfile: string, force: boolean): void {
  const folder = dirname(outfile);
  try {
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
    if (isFolder === undefined) throw new InputError(`no such folder: ${folder}; make it first (mkdir -p)`);
    if (!isFolder) throw new InputError(`${folder} is no folder: say another --outfile`);
    const there = lstatSync(outfile, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw new InputError(`${outfile} is a folder: say another --outfile`);
    if (there !== undefined && !force) throw standsThere(outfile);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot write ${outfile}: ${(error as Error).message}`);
  }
}

function standsThere(outfile: string): InputError {
  return new InputError(`${outfile} stands there already: move it away, say --outfile, or --force to replace it`);
}

/** Never over a file that came meanwhile, unless that is asked for. */
function write(outfile: string, text: string, force: boolean): void {
  try {
    writeWhole([{ path: outfile, contents: text }], force ? renameSync : linkSync);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && syscall === 'link') throw standsThere(outfile);
    throw new InputError(`cannot write ${outfile}: ${(error as Error).message}`);
  }
}

/** Who adopts within a clone of this project has the library beside them; everyone else has the package. */
function libraryFor(outfile: string): string | undefined {
  const home = dirname(resolve(outfile));
  const file = nearestPackage(home);
  if (file === undefined || packageName(file) !== 'cdk8s-autoscaled-ml-app') return undefined;
  const path = relative(home, join(dirname(file), 'lib'));
  return path.startsWith('.') ? path : `./${path}`;
}

/** Nothing where it can't be read: who has their own package has no clone of this one. */
function packageName(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).name;
  } catch {
    return undefined;
  }
}
