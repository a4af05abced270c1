/**
 * The structure of Kubernetes' objects, from 1.27 on, as data that tools/schema makes from Kubernetes' own description.
 *
 * A type of a field is a word (`string`, `boolean`, `int32`, `int64`, `number`, `quantity`, `intOrString`, `time`,
 * `base64`, `any`), the name of a type with fields (`core.v1.Container`), or `[` (a list of) or `{` (a map to) before one
 * of these. `@28` behind it means since 1.28, `@27-31` from one to the other; `|` stands between two of them.
 */
import { type Block, blockOf } from './block';
import { JSON_TEXT as CUSTOM_RESOURCES } from './custom-resources';
import { JSON_TEXT as KUBERNETES } from './kubernetes';

type Fields = Readonly<Record<string, string>>;

const TEXTS = [KUBERNETES, CUSTOM_RESOURCES];
const KINDS = TEXTS.map((text) => blockOf<string>(text, 'kinds'));
const TYPES = TEXTS.map((text) => blockOf<Fields>(text, 'types'));

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
    const text = firstOf(KINDS, key);
    kinds.set(kind, text === undefined ? undefined : ranged(text)[0]);
  }
  return kinds.get(kind);
}

const rangedKinds = new Map<string, Map<string, Ranged | undefined>>();

/** Every `apiVersion kind` there is. */
export function knownKinds(): readonly string[] {
  return KINDS.flatMap((block) => block.names());
}

/** Whether a type has fields; the others are words. */
export function hasFields(type: string): boolean {
  // No word has a dot in it.
  return type.includes('.') && firstOf(TYPES, type) !== undefined;
}

/** The type of a field in one version; `undefined` where that version does not have it. */
export function typeOfField(type: string, field: string, minor: number): string | undefined {
  return rangesOfField(type, field).find(({ since, until }) => since <= minor && minor <= until)?.type;
}

/** Which versions have a field; nothing where none has. */
export function rangesOfField(type: string, field: string): readonly Ranged[] {
  const fields = firstOf(TYPES, type);
  return fields !== undefined && Object.hasOwn(fields, field) ? ranged(fields[field] ?? '') : [];
}

/** The names of the fields that a type has in one version, or in any. */
export function fieldNames(type: string, minor?: number): readonly string[] {
  const names = Object.keys(firstOf(TYPES, type) ?? {});
  return minor === undefined ? names : names.filter((name) => typeOfField(type, name, minor) !== undefined);
}

function firstOf<Value>(blocks: readonly Block<Value>[], name: string): Value | undefined {
  for (const block of blocks) {
    const found = block.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
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
