import { type Fields, fields, items, type Manifest } from '../manifest';
import { fieldNames, hasFields, rangesOfField, typeOfField, typeOfKind, type VersionRange } from './schema';

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

/** A value of the type of a leaf: `quantity`, `string`, ... */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
  readonly type: string;
}

const known = new WeakMap<Manifest, { readonly minor: number; readonly mismatches: readonly Mismatch[] }>();

/**
 * Every field of an object that its kind does not have, or that is of another type. Nothing for unknown kinds. Looked for
 * once: two rules ask.
 */
export function mismatchesIn(manifest: Manifest, minor: number): readonly Mismatch[] {
  const before = known.get(manifest);
  if (before?.minor === minor) return before.mismatches;
  const mismatches: Mismatch[] = [];
  const type = typeOfManifest(manifest);
  if (type !== undefined) walkFields(manifest as Fields, type, '', minor, mismatches);
  known.set(manifest, { minor, mismatches });
  return mismatches;
}

/** Every value of an object that is of one type. Nothing for unknown kinds. */
export function* leavesOf(manifest: Manifest, leafType: string, minor: number): Iterable<Leaf> {
  const type = typeOfManifest(manifest);
  if (type !== undefined) yield* leaves(manifest, type, '', leafType, minor);
}

function typeOfManifest({ apiVersion, kind }: Manifest): string | undefined {
  return typeof apiVersion === 'string' && typeof kind === 'string' ? typeOfKind(apiVersion, kind)?.type : undefined;
}

function walkFields(object: Fields, type: string, path: string, minor: number, found: Mismatch[]): void {
  for (const name of Object.keys(object)) {
    const value = object[name];
    const fieldType = typeOfField(type, name, minor);
    if (fieldType !== undefined) {
      if (isPlain(value, fieldType)) continue;
      walk(value, fieldType, join(path, name), minor, found);
      continue;
    }
    const ranges = rangesOfField(type, name);
    if (ranges.length > 0) found.push({ problem: 'version', path: join(path, name), value, ranges });
    else found.push({ problem: 'unknown', path: join(path, name), value, type });
  }
}

/** Most values are text where text belongs: no path need be made for them. */
function isPlain(value: unknown, type: string): boolean {
  return typeof value === 'string' && type === 'string';
}

/** Kubernetes reads `null` as if the field were not there. */
function walk(value: unknown, type: string, path: string, minor: number, found: Mismatch[]): void {
  if (value === null || value === undefined) return;
  if (type.startsWith('[')) {
    const inner = type.slice(1);
    if (!Array.isArray(value)) found.push({ problem: 'type', path, value, type });
    for (const [index, item] of items(value).entries()) walk(item, inner, `${path}[${index}]`, minor, found);
  } else if (type.startsWith('{')) {
    const inner = type.slice(1);
    if (!isObject(value)) found.push({ problem: 'type', path, value, type });
    for (const [key, item] of Object.entries(fields(value))) {
      if (!isPlain(item, inner)) walk(item, inner, `${path}[${key}]`, minor, found);
    }
  } else if (hasFields(type)) {
    if (isObject(value)) walkFields(value, type, path, minor, found);
    else found.push({ problem: 'type', path, value, type });
  } else if (!isOfWord(value, type)) {
    found.push({ problem: 'type', path, value, type });
  }
}

function* leaves(value: unknown, type: string, path: string, wanted: string, minor: number): Iterable<Leaf> {
  if (value === null || value === undefined || !typesWithin(type).has(wanted)) return;
  if (type === wanted) {
    yield { path, value, type };
  } else if (type.startsWith('[')) {
    for (const [index, item] of items(value).entries())
      yield* leaves(item, type.slice(1), `${path}[${index}]`, wanted, minor);
  } else if (type.startsWith('{')) {
    for (const [key, item] of Object.entries(fields(value)))
      yield* leaves(item, type.slice(1), `${path}[${key}]`, wanted, minor);
  } else if (hasFields(type)) {
    for (const [name, item] of Object.entries(fields(value))) {
      const fieldType = typeOfField(type, name, minor);
      if (fieldType !== undefined) yield* leaves(item, fieldType, join(path, name), wanted, minor);
    }
  }
}

const within = new Map<string, ReadonlySet<string>>();

/** A type and all that may stand in it, so that a walk leaves out where nothing can be. */
function typesWithin(type: string): ReadonlySet<string> {
  const known = within.get(type);
  if (known !== undefined) return known;
  const found = new Set([type]);
  // A set hands out what is added to it on the way.
  for (const each of found) {
    if (/^[[{]/.test(each)) found.add(each.slice(1));
    for (const name of fieldNames(each)) {
      for (const { type: inner } of rangesOfField(each, name)) found.add(inner);
    }
  }
  within.set(type, found);
  return found;
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
      return isWhole(value, INT64);
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

/** The fields that an object of a type may have, in one version. */
export { fieldNames };
