import { foldersOf } from '../check/folders';
import { patchesIn } from '../check/kustomize';
import { at, fields, items, type Manifest, nameOf } from '../manifest';
import { locationOf, type ReadManifest, readManifests, type Unreadable } from '../read/read';
import type { Settings } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';
import { remarksIn, placeRemarks } from './comments';
import { withoutServerFields } from './left-out';
import { type AppRead, pair } from './pairing';
import { type ChartCode, type Printed, printProgram, type Statement, textOf } from './program';
import { prove, type Proof } from './proof';
import { asIs } from './props/values';
import type { Group, Part } from './code/code';
import { type Member, type SettledApp, settle, whole } from './settle';
import { neighboursOf } from './ties';

/** A file as it was read: its name as the user would write it, and what stands in it. */
export interface SourceFile {
  readonly name: string;
  readonly content: string;
}

/** YAML as a program that makes the same. */
export interface Adoption {
  readonly text: string;
  readonly apps: readonly AdoptedApp[];
  /** Objects that stand in the program as they were. */
  readonly carried: readonly Carried[];
  /** Documents that are no objects of a cluster, or were made by one. */
  readonly skipped: readonly Skipped[];
  /** What can't be read. */
  readonly broken: readonly Skipped[];
  /** How often a field was left out that the cluster sets, by its path. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly proof: Proof;
}

export interface AdoptedApp {
  readonly place: Place;
  /** `Deployment ranker`. */
  readonly object: string;
  readonly namespace: string | undefined;
  readonly members: readonly string[];
  readonly patches: readonly string[];
  /** The number of pods that each apply sets. */
  readonly replicas: number | undefined;
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface Carried {
  readonly place: Place;
  readonly object: string;
  /** Why a workload or an autoscaler is no part of an app. */
  readonly reason: string | undefined;
}

export interface Skipped extends Place {
  readonly reason: string;
}

/** Makes a program of files, and proves that it makes what stands in them. */
export function adopt(files: readonly SourceFile[], settings: Settings): Adoption {
  const read = files.map(({ name, content }) => readManifests(name, content));
  const unreadable = read.flatMap((each) => each.unreadable);
  const { kept, skipped } = sift(read.flatMap(({ manifests }) => manifests));
  const cleaned = kept.map(withoutServerFields);
  const objects = cleaned.map(({ object }) => object);
  const { apps, reasons } = pair(foldersOf(objects, settings));
  const plan = planOf(objects, apps, reasons);
  const remarks = remarksIn(files, objects);
  const parts = plan.charts.flatMap((chart) => chart.statements.flatMap((each): Part[] => [each, ...(each.kind === 'app' ? each.patches : [])]));
  const printed = printProgram(plan, placeRemarks(remarks, parts));
  const made = plan.settled.map(({ code }) => code);
  return {
    text: textOf(printed),
    apps: plan.settled.map(adoptedApp),
    carried: plan.carried.map((object) => ({ place: placeOf(object), object: objectOf(object.manifest), reason: plan.reasons.get(object) })),
    skipped: [...skipped, ...unreadable.filter(({ isBroken }) => !isBroken)],
    broken: unreadable.filter(({ isBroken }) => isBroken),
    leftOut: countOf(cleaned.flatMap(({ leftOut }) => leftOut)),
    proof: prove(printed, plan.made, settings),
  };
}
