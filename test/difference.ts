import { isDeepStrictEqual } from 'node:util';
import type { StoredObject } from './cluster/cluster';

/** Values by where they stand: `Deployment spec.template.spec.containers[0].image`. What is gone is null. */
export type Values = Readonly<Record<string, unknown>>;

/** What differs in the objects of an app from those of another: each field that is new, and the top of what is gone. */
export function difference(base: readonly StoredObject[], app: readonly StoredObject[]): Values {
  const before = byKey(base);
  const after = byKey(app);
  return Object.fromEntries(keysOf(before, after).flatMap((key) => changes(key, before[key], after[key])));
}

/** Values of which some are parts of an object, with each field of these on its own. */
export function fieldByField(values: Values): Values {
  return Object.fromEntries(Object.entries(values).flatMap(([path, value]) => leaves(path, value)));
}

/** The objects by kind; a further one of its kind by kind and name: `Service/metrics`. */
export function byKey(objects: readonly StoredObject[]): Record<string, StoredObject> {
  const keyed: Record<string, StoredObject> = {};
  for (const object of objects) {
    const { kind, metadata } = object;
    keyed[kind in keyed ? `${kind}/${metadata.name}` : kind] = object;
  }
  return keyed;
}

/** The value at a path; undefined where there is none. */
export function valueAt(objects: readonly StoredObject[], path: string): unknown {
  const [key = '', inner = ''] = path.split(' ');
  const names = inner.match(/[^.[\]]+/g) ?? [];
  return names.reduce((value, name) => value?.[name], byKey(objects)[key]);
}

type Tree = Readonly<Record<string, unknown>>;
type Leaf = readonly [path: string, value: unknown];

function changes(path: string, before: unknown, after: unknown): readonly Leaf[] {
  if (after === undefined) return [[path, null]];
  if (isTree(before) && isTree(after)) {
    return keysOf(before, after).flatMap((key) => changes(below(path, key, after), before[key], after[key]));
  }
  return isDeepStrictEqual(before, after) ? [] : leaves(path, after);
}

function leaves(path: string, value: unknown): readonly Leaf[] {
  if (!isTree(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(below(path, key, value), inner));
}

/** An object, or a list of objects. A list of words is one value, such as a command. */
function isTree(value: unknown): value is Tree {
  if (typeof value !== 'object' || value === null) return false;
  const inner = Object.values(value);
  return inner.length > 0 && (!Array.isArray(value) || inner.every(isTree));
}

function keysOf(...trees: readonly Tree[]): string[] {
  return [...new Set(trees.flatMap((tree) => Object.keys(tree)))];
}

function below(path: string, key: string, parent: unknown): string {
  if (Array.isArray(parent) || /[./]/.test(key)) return `${path}[${key}]`;
  return `${path}${path.includes(' ') ? '.' : ' '}${key}`;
}
