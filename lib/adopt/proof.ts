import { check } from '../check/check';
import type { Finding } from '../check/finding';
import { groupedBy } from '../grouped';
import type { Located, Manifest } from '../manifest';
import { locationOf, type ReadManifest } from '../read/read';
import { ManifestSet, type Settings } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';
import { askedForm } from '../stored/asked-form';
import { type Difference, differences } from './difference';
import { madeAt } from './made';
import type { PlannedObject } from './plan';
import { pathOf } from './pointer';
import type { Printed } from './program';
import { run } from './run';
import { withoutNulls } from './without-nulls';

/** What came of running a program and comparing what it makes with what was read. */
export interface Proof {
  /** Where an object would be stored otherwise than the one that was read; empty where all are equal. */
  readonly unequal: readonly Unequal[];
  /** What is written otherwise and stored alike. */
  readonly normalised: readonly Normalised[];
  /** What a synth of the program refuses to write. */
  readonly refused: readonly Finding[];
}

export interface Unequal {
  readonly object: ReadManifest;
  /** The objects of the app that it is a part of, itself among them. */
  readonly with: readonly ReadManifest[];
  readonly path: string;
  readonly read: unknown;
  readonly made: unknown;
}

export interface Normalised {
  readonly object: string;
  readonly path: string;
  readonly read: unknown;
  readonly made: unknown;
}

/** Runs a program, and compares each object with the one that was read, as the API server would store the two. */
export function prove(printed: Printed, objects: readonly PlannedObject[], settings: Settings): Proof {
  const app = run(printed);
  const unequal: Unequal[] = [];
  const normalised: Normalised[] = [];
  const origins = new Map<Manifest, ReadManifest>();
  const statementOf = ({ ids }: Pick<PlannedObject, 'ids'>) => ids.slice(0, 2).join('/');
  const byStatement = groupedBy(objects, statementOf);
  for (const { object, ids, isCarried } of objects) {
    const together = () => byStatement.get(statementOf({ ids }))?.map((each) => each.object) ?? [object];
    const { manifest, failure } = madeAt(app, ...ids);
    if (manifest === undefined) {
      unequal.push({ object, with: together(), path: '', read: object.manifest, made: failure });
      continue;
    }
    origins.set(manifest, object);
    const formOf = isCarried ? withoutNulls : (each: unknown) => askedForm(each as Manifest);
    for (const { pointer, one, other } of differences(formOf(manifest), formOf(object.manifest))) {
      unequal.push({ object, with: together(), path: pathOf(pointer), read: other, made: one });
    }
    for (const { path, value } of roundedIn(object.manifest, '')) {
      unequal.push({ object, with: together(), path, read: ROUNDED, made: value });
    }
    if (!isCarried) normalised.push(...normalisedIn(manifest, object));
  }
  const set = new ManifestSet([...origins.keys()], settings);
  const refused = check(set).filter(({ finding }) => finding.severity === 'error');
  return {
    unequal,
    normalised,
    refused: refused.map(({ finding, manifest }) => {
      const origin = origins.get(manifest);
      return origin === undefined ? finding : { ...finding, ...locationOf(origin, finding.path) };
    }),
  };
}

const ROUNDED = 'a number of more digits than JavaScript keeps';

/** Read into JavaScript, a large number is another already. */
function* roundedIn(value: unknown, path: string): Iterable<Located> {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* roundedIn(inner, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  }
}

function normalisedIn(made: Manifest, { manifest: read }: ReadManifest): Normalised[] {
  const object = objectOf(read);
  const told = ({ pointer, one, other }: Difference) => ({ object, path: pathOf(pointer), read: other, made: one });
  const found = [...differences(made, withoutNulls(read))];
  // Another version of an API has other fields for the same.
  const version = found.find(({ pointer }) => pointer === '/apiVersion');
  return (version === undefined ? found : [version]).map(told);
}
