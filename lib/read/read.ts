import { YAMLException } from 'js-yaml';
import { type Fields, fields, type Manifest } from '../manifest';
import { type DocumentText, splitDocuments } from './documents';
import { readPlain } from './plain';
import {
  type DuplicateKey,
  type OctalNumber,
  type Place,
  placesIn,
  ReadError,
  type RewrittenKey,
  readTree,
  startOf,
  textAt,
} from './tree';

/** Where something stands: the line and the column count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One Kubernetes object of a file. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly source: DocumentSource;
  /** The path to it in its document, with a dot at the end; empty where it is the document. */
  readonly path: string;
}

/** A document as it was read. */
export interface DocumentSource {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** The place of every field: put together for the first that asks, since most need none. */
  readonly places: () => Places;
  readonly duplicateKeys: readonly DuplicateKey[];
  readonly octalNumbers: readonly OctalNumber[];
  readonly rewrittenKeys: readonly RewrittenKey[];
}

interface Places {
  readonly root: Place;
  /** The offset of each line. */
  readonly lineStarts: readonly number[];
}

/** A document that is no Kubernetes object, or can't be read at all. */
export interface Unreadable extends Location {
  readonly reason: string;
  /** Whether it is no YAML; otherwise it is YAML of something else. */
  readonly isBroken: boolean;
}

export interface ReadResult {
  readonly manifests: readonly ReadManifest[];
  readonly unreadable: readonly Unreadable[];
}

/** The objects of one file: YAML or JSON, several documents, Lists. What can't be read spoils nothing beside it. */
export function readManifests(file: string, content: string): ReadResult {
  const manifests: ReadManifest[] = [];
  const unreadable: Unreadable[] = [];
  for (const document of splitDocuments(content)) {
    const { text, line, column, hasBrokenSeparator } = document;
    if (hasBrokenSeparator) {
      unreadable.push({ file, line, column, reason: BROKEN_SEPARATOR, isBroken: true });
      continue;
    }
    try {
      const { value, unreadFrom, ...traps } = readPlain(text) ?? readTree(text);
      if (unreadFrom !== undefined) {
        unreadable.push({ ...locationAt(file, document, unreadFrom), reason: BEHIND_THE_END, isBroken: false });
      }
      if (value === null) continue;
      const source = { file, line, column, text, places: once(() => findPlaces(text)), ...traps };
      const { objects, strays } = objectsIn(value, source);
      manifests.push(...objects);
      unreadable.push(...strays);
    } catch (error) {
      unreadable.push(brokenDocument(error, file, document));
    }
  }
  return { manifests, unreadable };
}

const BROKEN_SEPARATOR =
  'a line that begins with --- and goes on, where kubectl takes only a comment: it reads no further';
const BEHIND_THE_END = 'it stands behind a line ..., where the document ends: kubectl drops it';

/** The line and the column that a path of a manifest leads to, or as far as it leads. */
export function locationOf({ source, path: start }: ReadManifest, path: string): Location {
  return locationIn(source, start + path);
}

/** What is written at a path of a manifest, before YAML reads it: `0755`, `1.10`. */
export function writtenAt({ source, path: start }: ReadManifest, path: string): string | undefined {
  return textAt(source.places().root, start + path);
}

function locationIn(source: DocumentSource, path: string): Location {
  const { root, lineStarts } = source.places();
  return placeOf(source.file, source, lineStarts, startOf(root, path));
}

function locationAt(file: string, document: DocumentText, offset: number): Location {
  return placeOf(file, document, lineStartsOf(document.text), offset);
}

/** Where a document begins; that may be in the middle of a line. */
interface Beginning {
  readonly line: number;
  readonly column: number;
}

function placeOf(file: string, begin: Beginning, lineStarts: readonly number[], offset: number): Location {
  const index = lastAtMost(lineStarts, offset);
  return placeAt(file, begin, index, offset - (lineStarts[index] ?? 0));
}

/** A line and a column of a document, which count from 0 there. */
function placeAt(file: string, begin: Beginning, line: number, column: number): Location {
  return { file, line: begin.line + line, column: column + (line === 0 ? begin.column : 1) };
}

function findPlaces(text: string): Places {
  return { root: placesIn(text), lineStarts: lineStartsOf(text) };
}

function lineStartsOf(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}

/** The index of the last of some rising numbers that is at most a limit. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface Objects {
  readonly objects: readonly ReadManifest[];
  /** What is no object: it is none of Kubernetes, or it stands in a List where only objects may. */
  readonly strays: readonly Unreadable[];
}

/** A List holds its objects in `items`; whatever kind of List it is. */
function objectsIn(value: unknown, source: DocumentSource, path = ''): Objects {
  const stray = (reason: string, isBroken: boolean): Objects => ({
    objects: [],
    strays: [{ ...locationIn(source, path.replace(/\.$/, '')), reason, isBroken }],
  });
  if (!isObject(value)) {
    const isInList = path !== '';
    return stray(isInList ? `${path}apiVersion is missing: a List holds objects` : NO_OBJECT, isInList);
  }
  const { apiVersion, kind, items: list } = value;
  if (typeof kind !== 'string' || !kind.endsWith('List') || list === undefined) {
    // Two items may be one object, by an alias: each is checked for itself.
    return { objects: [{ manifest: path === '' ? value : { ...value }, path, source }], strays: [] };
  }
  if (!Array.isArray(list)) return stray('items must be a list', true);
  // In a DeploymentList each item is a Deployment, whether it says so or not.
  const implied = { apiVersion, kind: kind.slice(0, -'List'.length) };
  const found = list.map((item, index) => {
    const isImplied = kind !== 'List' && fields(item) === item && fields(item).kind === undefined;
    return objectsIn(isImplied ? { ...implied, ...fields(item) } : item, source, `${path}items[${index}].`);
  });
  return { objects: found.flatMap(({ objects }) => objects), strays: found.flatMap(({ strays }) => strays) };
}

const NO_OBJECT = 'no Kubernetes object: it has neither apiVersion and kind, nor metadata beside one of them';

/** What says what it is, or at least is named as objects are: an object that lacks the rest is refused. */
function isObject(value: unknown): value is Fields {
  const { apiVersion, kind, metadata } = fields(value);
  const [hasVersion, hasKind] = [typeof apiVersion === 'string', typeof kind === 'string'];
  return (hasVersion && hasKind) || ((hasVersion || hasKind) && typeof metadata === 'object' && metadata !== null);
}

/** A document that kubectl can't read, and what most likely is the matter. */
function brokenDocument(error: unknown, file: string, document: DocumentText): Unreadable {
  const { text } = document;
  const at = (line: number, column: number) => ({ ...placeAt(file, document, line, column), isBroken: true });
  const lines = text.split('\n');
  // In quotes it is text: alerts hold such.
  const template = lines.findIndex((line) => /^[^"'#]*\{\{/.test(line));
  if (template >= 0 && !isBinary(text)) {
    const reason = `a template, and not yet YAML: ${reasonOf(error)}`;
    return { ...at(template, lines[template]?.indexOf('{{') ?? 0), reason };
  }
  if (isBinary(text)) return { ...at(0, 0), reason: 'this is no text' };
  if (error instanceof ReadError) {
    return { ...locationAt(file, document, error.start), reason: error.message, isBroken: true };
  }
  if (/^%/m.test(text)) {
    const line = lines.findIndex((each) => each.startsWith('%'));
    return { ...at(line, 0), reason: 'a line that begins with %, which kubectl does not take: leave it out' };
  }
  const mark = error instanceof YAMLException ? error.mark : undefined;
  return { ...at(mark?.line ?? 0, mark?.column ?? 0), reason: reasonOf(error) };
}

function isBinary(text: string): boolean {
  return text.includes('\0') || text.includes('\uFFFD');
}

function reasonOf(error: unknown): string {
  if (error instanceof YAMLException) return error.reason;
  return error instanceof Error ? error.message : String(error);
}
