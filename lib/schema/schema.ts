/**
 * The structure of Kubernetes' objects, from 1.27 on, as data that tools/schema makes from Kubernetes' own description.
 *
 * A type of a field is a word (`string`, `boolean`, `int32`, `int64`, `number`, `quantity`, `intOrString`, `time`,
 * `base64`, `any`), the name of a type with fields (`core.v1.Container`), or `[` (a list of) or `{` (a map to) before one
 * of these. `@28` behind it means since 1.28, `@27-31` from one to the other; `|` stands between two of them.
 */
import { JSON_TEXT as CUSTOM_RESOURCES } from './custom-resources';
import { JSON_TEXT as KUBERNETES } from './kubernetes';

type Table<Value> = Readonly<Record<string, Value>>;

interface Data {
  readonly kinds: Table<string>;
  readonly types: Table<Table<string>>;
}

const builtIn: Data = JSON.parse(KUBERNETES);
const custom: Data = JSON.parse(CUSTOM_RESOURCES);
const KINDS: Table<string> = Object.assign(builtIn.kinds, custom.kinds);
const TYPES: Table<Table<string>> = Object.assign(builtIn.types, custom.types);

/** The minor versions that the data spans: 27 for 1.27. */
export const OLDEST = 27;
export const NEWEST = 37;

/** The minor versions that have something. */
export interface VersionRange {
  readonly since: number;
  readonly until: number;
}

interface Ranged extends VersionRange {
  readonly type: string;
}

/** The type of the objects of a kind, and which versions have it; nothing where no version has. */
export function typeOfKind(apiVersion: string, kind: string): Ranged | undefined {
  // Asked of each object again and again: made once, the key need not be hashed each time.
  const kinds = rangedKinds.get(apiVersion) ?? new Map<string, Ranged | undefined>();
  rangedKinds.set(apiVersion, kinds);
  if (!kinds.has(kind)) {
    const key = `${apiVersion} ${kind}`;
    kinds.set(kind, Object.hasOwn(KINDS, key) ? ranged(KINDS[key] ?? '')[0] : undefined);
  }
  return kinds.get(kind);
}

const rangedKinds = new Map<string, Map<string, Ranged | undefined>>();

/** Every `apiVersion kind` there is. */
export function knownKinds(): readonly string[] {
  return Object.keys(KINDS);
}

/** Whether a type has fields; the others are words. */
export function hasFields(type: string): boolean {
  return Object.hasOwn(TYPES, type);
}

/** The type of a field in one version; `undefined` where that version does not have it. */
export function typeOfField(type: string, field: string, minor: number): string | undefined {
  return fieldsOf(type, minor).get(field);
}

const fieldTables = new Map<number, Map<string, ReadonlyMap<string, string>>>();

/** The fields of a type in one version with their types, put together once: every field of every object is looked up. */
export function fieldsOf(type: string, minor: number): ReadonlyMap<string, string> {
  const tables = fieldTables.get(minor) ?? new Map<string, ReadonlyMap<string, string>>();
  fieldTables.set(minor, tables);
  const known = tables.get(type);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  for (const field of Object.keys(TYPES[type] ?? {})) {
    const inVersion = rangesOfField(type, field).find(({ since, until }) => since <= minor && minor <= until);
    if (inVersion !== undefined) found.set(field, inVersion.type);
  }
  tables.set(type, found);
  return found;
}

/** Which versions have a field; nothing where none has. */
export function rangesOfField(type: string, field: string): readonly Ranged[] {
  const fields = TYPES[type];
  return fields !== undefined && Object.hasOwn(fields, field) ? ranged(fields[field] ?? '') : [];
}

/** The names of the fields that a type has in one version, or in any. */
export function fieldNames(type: string, minor?: number): readonly string[] {
  return minor === undefined ? Object.keys(TYPES[type] ?? {}) : [...fieldsOf(type, minor).keys()];
}

const cache = new Map<string, readonly Ranged[]>();

function ranged(text: string): readonly Ranged[] {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const parsed = text.split('|').map((part) => {
    const [type = '', range = ''] = part.split('@');
    const [since = String(OLDEST), until = String(NEWEST)] = range.split('-').filter((word) => word !== '');
    return { type, since: Number(since), until: Number(until) };
  });
  cache.set(text, parsed);
  return parsed;
}
