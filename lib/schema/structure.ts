import type { Fields, Manifest } from '../manifest';
import { hasFields, rangesOfField, typeOfField, typeOfKind, type VersionRange } from './schema';

/** A field that does not fit the type of its object. */
export type Mismatch =
  | { readonly problem: 'unknown'; readonly path: string; readonly value: unknown; readonly type: string }
  | {
      readonly problem: 'version';
      readonly path: string;
      readonly value: unknown;
      readonly ranges: readonly VersionRange[];
    }
  | { readonly problem: 'type'; readonly path: string; readonly value: unknown; readonly type: string };

/** A value of a type that was asked for. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
  readonly type: string;
}

/** What an object looks like, held against its kind. Nothing for unknown kinds. */
export interface Structure {
  /** Every field that the kind does not have, or that is of another type. */
  readonly mismatches: readonly Mismatch[];
  /** Every value of the types that were asked for. */
  readonly leaves: readonly Leaf[];
}

interface Found {
  readonly mismatches: Mismatch[];
  readonly leaves: Leaf[];
  readonly leafTypes: ReadonlySet<string>;
  readonly minor: number;
}

export function structureOf(manifest: Manifest, minor: number, leafTypes: ReadonlySet<string>): Structure {
  const found: Found = { mismatches: [], leaves: [], leafTypes, minor };
  const type = typeOfManifest(manifest);
  if (type !== undefined) walkFields(manifest as Fields, shapeOf(type, minor), '', found);
  return found;
}

function typeOfManifest({ apiVersion, kind }: Manifest): string | undefined {
  return typeof apiVersion === 'string' && typeof kind === 'string' ? typeOfKind(apiVersion, kind)?.type : undefined;
}

function walkFields(object: Fields, shape: Shape, path: string, found: Found): void {
  for (const name of Object.keys(object)) {
    const value = object[name];
    const field = shape.fields.get(name) ?? fieldShapeOf(shape, name, found.minor);
    if (field !== undefined) {
      if (!isPlain(value, field, found)) walk(value, field, join(path, name), found);
      continue;
    }
    const ranges = rangesOfField(shape.type, name);
    if (ranges.length > 0) found.mismatches.push({ problem: 'version', path: join(path, name), value, ranges });
    else found.mismatches.push({ problem: 'unknown', path: join(path, name), value, type: shape.type });
  }
}

/** Most values are sound words that nobody asks for: no path need be made for them. */
function isPlain(value: unknown, { form, type, inner }: Shape, { leafTypes }: Found): boolean {
  if (form === 'word') return isOfWord(value, type) && !leafTypes.has(type);
  // Labels and annotations.
  if (form !== 'map' || inner?.type !== 'string' || leafTypes.has('string') || !isObject(value)) return false;
  for (const key of Object.keys(value)) if (typeof value[key] !== 'string') return false;
  return true;
}

/** Kubernetes reads `null` as if the field were not there. */
function walk(value: unknown, shape: Shape, path: string, found: Found): void {
  if (value === null || value === undefined) return;
  const { form, type, inner } = shape;
  if (form === 'list' && Array.isArray(value) && inner !== undefined) {
    for (let index = 0; index < value.length; index += 1) walk(value[index], inner, `${path}[${index}]`, found);
  } else if (form === 'map' && isObject(value) && inner !== undefined) {
    for (const key of Object.keys(value)) walk(value[key], inner, `${path}[${key}]`, found);
  } else if (form === 'object' && isObject(value)) {
    walkFields(value, shape, path, found);
  } else if (form !== 'word' || !isOfWord(value, type)) {
    found.mismatches.push({ problem: 'type', path, value, type });
  } else if (found.leafTypes.has(type)) {
    found.leaves.push({ path, value, type });
  }
}

/** What a type is made of. */
interface Shape {
  readonly type: string;
  readonly form: 'list' | 'map' | 'object' | 'word';
  /** Of the items of a list, or of the values of a map. */
  readonly inner?: Shape;
  /** Those of an object that somebody has looked for. */
  readonly fields: Map<string, Shape>;
}

const shapesByMinor = new Map<number, Map<string, Shape>>();

function shapeOf(type: string, minor: number): Shape {
  const shapes = shapesByMinor.get(minor) ?? new Map<string, Shape>();
  shapesByMinor.set(minor, shapes);
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const form = type.startsWith('[') ? 'list' : type.startsWith('{') ? 'map' : hasFields(type) ? 'object' : 'word';
  const isOfMany = form === 'list' || form === 'map';
  const shape: Shape = { type, form, inner: isOfMany ? shapeOf(type.slice(1), minor) : undefined, fields: new Map() };
  shapes.set(type, shape);
  return shape;
}

function fieldShapeOf({ type, fields }: Shape, name: string, minor: number): Shape | undefined {
  const typeOf = typeOfField(type, name, minor);
  if (typeOf === undefined) return undefined;
  const shape = shapeOf(typeOf, minor);
  fields.set(name, shape);
  return shape;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;

/** As the API server decodes a leaf: whether text is a quantity or a time is for rules to say. */
function isOfWord(value: unknown, word: string): boolean {
  switch (word) {
    case 'string':
    case 'time':
    case 'base64':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'int32':
      return isWhole(value, INT32);
    case 'int64':
      // As a number, the largest one is rounded up.
      return isWhole(value, INT64) || value === INT64;
    case 'number':
      return typeof value === 'number';
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number';
    case 'intOrString':
      return typeof value === 'string' || isWhole(value, INT32);
    default:
      return true;
  }
}

function isWhole(value: unknown, limit: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -limit && value < limit;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  time: "a time, such as '2026-01-31T12:00:00Z'",
  base64: 'text in base64',
  boolean: 'true or false',
  int32: 'a whole number from -2147483648 to 2147483647',
  int64: 'a whole number',
  number: 'a number',
  quantity: "a quantity, such as '500m' or '8Gi'",
  intOrString: 'a whole number or text',
};

/** A type as it is told to people. */
export function describeType(type: string): string {
  if (type.startsWith('[')) return 'a list';
  if (type.startsWith('{')) return 'an object of keys and values';
  return WORDS[type] ?? 'an object';
}
