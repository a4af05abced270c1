import { groupedBy } from '../grouped';
import { type Manifest, nameOf, namespaceOf } from '../manifest';
import type { ManifestSet } from '../rules/manifest-set';
import { askedForm } from '../stored/asked-form';
import { canonical } from '../stored/canonical';
import { withKept } from '../stored/kept';
import { asApplied } from './applied';

/** The objects that are applied together, on one side of a change. */
export interface ReviewedFolder {
  /** As it is called on both sides: `overlays/prod`; empty for the folder that was given. */
  readonly name: string;
  readonly set: ManifestSet;
}

/** An object on one side of a change, with the form in which it is stored. */
export interface Side {
  readonly manifest: Manifest;
  readonly stored: Manifest;
  /** The stored form as text, by which two are compared. */
  readonly text: string;
  readonly folder: ReviewedFolder;
}

/** An object on both sides of a change, or on one of them. */
export interface Pair {
  readonly before?: Side;
  readonly after?: Side;
}

/** An object that is there before and after. */
export interface Kept extends Pair {
  readonly before: Side;
  readonly after: Side;
}

export function isKept(pair: Pair): pair is Kept {
  return pair.before !== undefined && pair.after !== undefined;
}

/** The folders in which something is another: all of such a folder is applied again. */
export function touchedFolders(pairs: readonly Pair[]): ReadonlySet<string> {
  const changed = pairs.filter((pair) => !isSame(pair));
  return new Set(changed.flatMap(({ before, after }) => (after ?? before)?.folder.name ?? []));
}

/** Whether two sides are stored alike. */
export function isSame({ before, after }: Pair): boolean {
  return before?.text === after?.text;
}

/**
 * The objects of two sides, by what kubectl knows them by: group, kind, namespace and name. Of several that are called
 * alike, as those of environments are, those of one folder belong together, and then those that are left, in their order.
 */
export function pairsOf(before: readonly ReviewedFolder[], after: readonly ReviewedFolder[]): Pair[] {
  const [old, young] = [byIdentity(before), byIdentity(after)];
  const identities = new Set([...old.keys(), ...young.keys()]);
  return [...identities].flatMap((identity) => pairUp(old.get(identity) ?? [], young.get(identity) ?? []));
}

function pairUp(old: readonly Applied[], young: readonly Applied[]): Pair[] {
  const besideEach = old.map((before) => ({ before, after: young.find((each) => isOfFolder(each, before)) }));
  const same = besideEach.filter(({ after }) => after !== undefined);
  const gone = besideEach.filter(({ after }) => after === undefined).map(({ before }) => before);
  const come = young.filter((each) => !old.some((other) => isOfFolder(each, other)));
  const others = Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    before: gone[index],
    after: come[index],
  }));
  return [...same, ...others].map(({ before, after }) => ({
    before: before && sideOf(before, before.manifest),
    after: after && sideOf(after, before === undefined ? after.manifest : withKept(before.manifest, after.manifest)),
  }));
}

interface Applied {
  readonly manifest: Manifest;
  readonly folder: ReviewedFolder;
}

function isOfFolder(one: Applied, other: Applied): boolean {
  return one.folder.name === other.folder.name;
}

/** Of two of one identity in a folder, the last one counts: it is applied last. */
function byIdentity(folders: readonly ReviewedFolder[]): Map<string, Applied[]> {
  const applied = folders.flatMap((folder) => {
    const last = new Map(folder.set.manifests.map((manifest) => [identityOf(manifest), manifest]));
    return Array.from(last.values(), (manifest) => ({ manifest, folder }));
  });
  return groupedBy(applied, ({ manifest }) => identityOf(manifest));
}

function sideOf(applied: Applied, asked: Manifest): Side {
  const stored = askedForm(asApplied(asked));
  return { ...applied, stored, text: canonical(stored) };
}

function identityOf(manifest: Manifest): string {
  return [groupOf(manifest), manifest.kind, namespaceOf(manifest) ?? '', nameOf(manifest)].join(' ');
}

/** A group is the same in all its versions. */
export function groupOf({ apiVersion }: Manifest): string {
  return String(apiVersion).split('/').slice(0, -1).join('/');
}
