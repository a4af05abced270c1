import { type Fields, fields, items, type Manifest } from '../manifest';
import { fieldsOf, hasFields, rangesOfField, typeOfKind, type VersionRange } from './schema';

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
}

export function structureOf(manifest: Manifest, minor: number, leafTypes: ReadonlySet<string>): Structure {
  const found: Found = { mismatches: [], leaves: [], leafTypes };
  const type = typeOfManifest(manifest);
  if (type !== undefined) walkFields(manifest as Fields, type, '', minor, found);
  return found;
}

function typeOfManifest({ apiVersion, kind }: Manifest): string | undefined {
  return typeof apiVersion === 'string' && typeof kind === 'string' ? typeOfKind(apiVersion, kind)?.type : undefined;
}

function walkFields(object: Fields, type: string, path: string, minor: number, found: Found): void {
  const known = fieldsOf(type, minor);
  for (const name of Object.keys(object)) {
    const value = object[name];
    const fieldType = known.get(name);
    if (fieldType !== undefined) {
      if (isPlain(value, fieldType)) continue;
      walk(value, fieldType, join(path, name), minor, found);
      continue;
    }
    const ranges = rangesOfField(type, name);
    if (ranges.length > 0) found.mismatches.push({ problem: 'version', path: join(path, name), value, ranges });
    else found.mismatches.push({ problem: 'unknown', path: join(path, name), value, type });
  }
}

/** Most values are text where text belongs: no path need be made for them. */
function isPlain(value: unknown, type: string): boolean {
  return typeof value === 'string' && type === 'string';
}

/** Kubernetes reads `null` as if the field were not there. */
function walk(value: unknown, type: string, path: string, minor: number, found: Found): void {
  if (value === null || value === undefined) return;
  const { form, inner } = shapeOf(type);
  if (form === 'list') {
    if (!Array.isArray(value)) found.mismatches.push({ problem: 'type', path, value, type });
    const list = items(value);
    for (let index = 0; index < list.length; index += 1) walk(list[index], inner, `${path}[${index}]`, minor, found);
  } else if (form === 'map') {
    if (!isObject(value)) found.mismatches.push({ problem: 'type', path, value, type });
    for (const key of Object.keys(fields(value))) {
      const item = fields(value)[key];
      if (!isPlain(item, inner)) walk(item, inner, `${path}[${key}]`, minor, found);
    }
  } else if (form === 'object') {
    if (isObject(value)) walkFields(value, type, path, minor, found);
    else found.mismatches.push({ problem: 'type', path, value, type });
  } else if (!isOfWord(value, type)) {
    found.mismatches.push({ problem: 'type', path, value, type });
  } else if (found.leafTypes.has(type)) {
    found.leaves.push({ path, value, type });
  }
}

/** What a type is made of. */
interface Shape {
  readonly form: 'list' | 'map' | 'object' | 'word';
  /** The type of the items of a list, or of the values of a map. */
  readonly inner: string;
}

const shapes = new Map<string, Shape>();

function shapeOf(type: string): Shape {
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const form = type.startsWith('[') ? 'list' : type.startsWith('{') ? 'map' : hasFields(type) ? 'object' : 'word';
  const shape = { form, inner: type.slice(1) } as const;
  shapes.set(type, shape);
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
