import { YAMLException } from 'js-yaml';
import { fields, items, type Manifest } from '../manifest';
import { splitDocuments } from './documents';
import { type DuplicateKey, type OctalNumber, type Place, type RewrittenKey, readTree, startOf } from './tree';

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
  /** Where the object stands in its document: objects of a List stand side by side. */
  readonly place: Place;
  /** The path to it in its document, with a dot at the end; empty where it is the document. */
  readonly path: string;
}

/** A document as it was read. */
export interface DocumentSource {
  readonly file: string;
  readonly text: string;
  readonly line: number;
  readonly duplicateKeys: readonly DuplicateKey[];
  readonly octalNumbers: readonly OctalNumber[];
  readonly rewrittenKeys: readonly RewrittenKey[];
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
      const { value, place, ...traps } = readTree(text);
      if (value === null) continue;
      const source = { file, text, line, ...traps };
      const found = manifestsIn(value, place);
      if (found === undefined) {
        const reason = 'no Kubernetes object: apiVersion and kind must be text';
        unreadable.push({ ...locationAt(source, place.start), reason, isBroken: false });
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
export function locationOf({ source, place }: ReadManifest, path: string): Location {
  return locationAt(source, startOf(place, path));
}

export function locationAt(
  { file, text, line }: Pick<DocumentSource, 'file' | 'text' | 'line'>,
  offset: number,
): Location {
  const before = text.slice(0, offset).split('\n');
  return { file, line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A List holds its objects in `items`; whatever kind of List it is. */
function manifestsIn(value: unknown, place: Place, path = ''): Omit<ReadManifest, 'source'>[] | undefined {
  const { apiVersion, kind } = fields(value);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  if (!kind.endsWith('List') || !Array.isArray(fields(value).items)) {
    return [{ manifest: value as Manifest, place, path }];
  }
  const places = place.fields?.get('items')?.value.items ?? [];
  return items(fields(value).items).flatMap(
    (item, index) => manifestsIn(item, places[index] ?? place, `${path}items[${index}].`) ?? [],
  );
}

function placeOfError(error: unknown, file: string, firstLine: number): Location {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  return { file, line: firstLine + (mark?.line ?? 0), column: (mark?.column ?? 0) + 1 };
}

function reasonOf(error: unknown): string {
  if (error instanceof YAMLException) return error.reason;
  return error instanceof Error ? error.message : String(error);
}
