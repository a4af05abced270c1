import type { Skipped, SourceFile } from '../check/files';
import { foldersOf } from '../check/folders';
import { at, namespaceOf } from '../manifest';
import { locationOf, type ReadManifest, readManifests } from '../read/read';
import type { Settings } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';
import type { Part } from './code/code';
import { placeRemarks, remarksIn } from './comments';
import { withoutServerFields } from './left-out';
import { pair } from './pairing';
import { type Plan, type PlannedObject, planOf } from './plan';
import { pathOf } from './pointer';
import { printProgram, textOf } from './program';
import { type Proof, prove } from './proof';
import type { SettledApp } from './settle';
import { sift } from './sift';

/** YAML as a program that makes the same. */
export interface Adoption {
  readonly text: string;
  readonly apps: readonly AdoptedApp[];
  /** Objects that stand in the program as they were. */
  readonly carried: readonly Carried[];
  /** Documents that are no objects for a cluster, or were made by one. */
  readonly skipped: readonly Skipped[];
  /** Documents that can't be read. */
  readonly broken: readonly Skipped[];
  /** How often each field was left out that the cluster sets. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly proof: Proof;
}

export interface AdoptedApp extends Place {
  readonly name: string;
  readonly namespace?: string;
  /** `Deployment ranker`, `Service ranker`. */
  readonly objects: readonly string[];
  /** What no prop says. */
  readonly patches: readonly string[];
  /** The number of pods that each apply sets, where the YAML says one. */
  readonly replicas?: unknown;
}

export interface Carried {
  readonly object: string;
  /** Why a workload or an autoscaler is no part of an app. */
  readonly reason?: string;
  /** Looked for when it is asked for: of most, nobody asks. */
  readonly place: () => Place;
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface AdoptOptions extends Settings {
  /** Leaves out what would not be equal, each app as a whole. */
  readonly isPartial?: boolean;
  /** Where the program imports the library from; without it, its package. */
  readonly library?: string;
}

/** Makes a program of YAML, and proves that it makes what was read. */
export function adopt(files: readonly SourceFile[], options: AdoptOptions): Adoption {
  const read = files.map(({ name, content }) => readManifests(name, content));
  const unreadable = read.flatMap((file) => file.unreadable);
  const { kept, skipped, broken } = sift(read.flatMap(({ manifests }) => manifests));
  const cleaned = kept.map(withoutServerFields);
  const objects = cleaned.map(({ object }) => object);
  const whole = programOf(files, objects, options);
  const astray = new Set(options.isPartial ? whole.proof.unequal.flatMap(({ with: all }) => all) : []);
  const written =
    astray.size === 0
      ? whole
      : programOf(
          files,
          objects.filter((each) => !astray.has(each)),
          options,
        );
  return {
    ...written,
    proof: { ...written.proof, unequal: whole.proof.unequal },
    skipped: [...skipped, ...unreadable.filter(({ isBroken }) => !isBroken)],
    broken: [...broken, ...unreadable.filter(({ isBroken }) => isBroken)],
    leftOut: countOf(cleaned.flatMap(({ leftOut }) => leftOut)),
  };
}

function programOf(
  files: readonly SourceFile[],
  objects: readonly ReadManifest[],
  { kubernetes, library }: AdoptOptions,
): Pick<Adoption, 'text' | 'apps' | 'carried' | 'proof'> {
  const plan = planOf(objects, pair(foldersOf(objects, { kubernetes })));
  const printed = printProgram({ ...plan, library }, placeRemarks(remarksIn(files, objects), partsOf(plan)));
  return {
    text: textOf(printed),
    apps: plan.apps.map(adoptedApp),
    carried: plan.objects.filter(({ isCarried }) => isCarried).map(carriedOf),
    proof: prove(printed, plan.objects, { kubernetes }),
  };
}

function partsOf({ charts }: Plan): Part[] {
  const statements = charts.flatMap((chart) => chart.statements);
  return statements.flatMap((each): Part[] => (each.kind === 'app' ? [each, ...each.patches] : [each]));
}

function adoptedApp({ code, members }: SettledApp): AdoptedApp {
  const [deployment] = members;
  const { manifest } = deployment.object;
  return {
    ...placeOf(deployment.object),
    name: code.id,
    namespace: namespaceOf(manifest),
    objects: members.map(({ object }) => objectOf(object.manifest)),
    patches: code.patches.map(({ pointer }) => pathOf(pointer)),
    replicas: at(manifest, 'spec', 'replicas'),
  };
}

function carriedOf({ object, reason }: PlannedObject): Carried {
  return { object: objectOf(object.manifest), reason, place: () => placeOf(object) };
}

function placeOf(object: ReadManifest): Place {
  const { file, line } = locationOf(object, 'kind');
  return { file, line };
}

function countOf(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}
