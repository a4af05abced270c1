import { type Manifest, nameOf, namespaceOf } from '../manifest';
import { canonical } from '../stored/canonical';
import { storedForm } from '../stored/stored-form';

/** An object on both sides of a change, or on one of them, with the forms in which they are stored. */
export interface Pair {
  readonly before?: Side;
  readonly after?: Side;
}

export interface Side {
  readonly manifest: Manifest;
  readonly stored: Manifest;
}

/** The objects of two folders, by what kubectl knows them by: group, kind, namespace and name. */
export function pairsOf(before: readonly Manifest[], after: readonly Manifest[]): Pair[] {
  const [old, young] = [byIdentity(before), byIdentity(after)];
  const keys = new Set([...old.keys(), ...young.keys()]);
  return Array.from(keys, (key) => ({ before: old.get(key), after: young.get(key) }));
}

function byIdentity(manifests: readonly Manifest[]): Map<string, Side> {
  return new Map(manifests.map((manifest) => [identityOf(manifest), { manifest, stored: storedForm(manifest) }]));
}

/** A group is the same in all its versions. */
function identityOf(manifest: Manifest): string {
  const [group = ''] = String(manifest.apiVersion).includes('/') ? String(manifest.apiVersion).split('/') : [''];
  return [group, manifest.kind, namespaceOf(manifest) ?? '', nameOf(manifest)].join(' ');
}

/** Whether two sides are stored alike. */
export function isSame({ before, after }: Pair): boolean {
  return before !== undefined && after !== undefined && canonical(before.stored) === canonical(after.stored);
}
