import { YAMLException } from 'js-yaml';
import { fields, items, type Manifest } from '../manifest';
import { splitDocuments } from './documents';
import {
  type DuplicateKey,
  type OctalNumber,
  type Place,
  placesIn,
  type RewrittenKey,
  readTree,
  startOf,
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
  /** Its text, with the place of every field: put together for the first that asks, since most need none. */
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
  for (const { text, line } of splitDocuments(content)) {
    try {
      const { value, ...traps } = readTree(text);
      if (value === null) continue;
      const source = { file, line, places: once(() => findPlaces(text)), ...traps };
      const found = manifestsIn(value);
      if (found === undefined) {
        const reason = 'no Kubernetes object: apiVersion and kind must be text';
        unreadable.push({ ...locationIn(source, ''), reason, isBroken: false });
      } else {
        manifests.push(...found.map((each) => ({ ...each, source })));
      }
    } catch (error) {
      const reason = text.includes('{{') ? `a template, and not yet YAML: ${reasonOf(error)}` : reasonOf(error);
      unreadable.push({ ...placeOfError(error, file, line), reason, isBroken: true });
    }
  }
  return { manifests, unreadable };
}

/** The line and the column that a path of a manifest leads to, or as far as it leads. */
export function locationOf({ source, path: start }: ReadManifest, path: string): Location {
  return locationIn(source, start + path);
}

function locationIn({ file, line, places }: DocumentSource, path: string): Location {
  const { root, lineStarts } = places();
  const offset = startOf(root, path);
  const index = lastAtMost(lineStarts, offset);
  return { file, line: line + index, column: offset - (lineStarts[index] ?? 0) + 1 };
}

function findPlaces(text: string): Places {
  return { root: placesIn(text), lineStarts: [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)] };
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

/** A List holds its objects in `items`; whatever kind of List it is. */
function manifestsIn(value: unknown, path = ''): Omit<ReadManifest, 'source'>[] | undefined {
  const { apiVersion, kind } = fields(value);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  if (!kind.endsWith('List') || !Array.isArray(fields(value).items)) return [{ manifest: value as Manifest, path }];
  return items(fields(value).items).flatMap((item, index) => manifestsIn(item, `${path}items[${index}].`) ?? []);
}

function placeOfError(error: unknown, file: string, firstLine: number): Location {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  return { file, line: firstLine + (mark?.line ?? 0), column: (mark?.column ?? 0) + 1 };
}

function reasonOf(error: unknown): string {
  if (error instanceof YAMLException) return error.reason;
  return error instanceof Error ? error.message : String(error);
}
