import type { SourceFile } from '../check/files';
import { append, groupedBy } from '../grouped';
import { type Comment, commentsIn } from '../read/comments';
import { splitDocuments } from '../read/documents';
import type { DocumentSource, ReadManifest } from '../read/read';
import type { Place } from '../read/tree';
import { type Part, partsIn } from './code/code';
import type { Comments } from './code/print';
import { step } from './pointer';

/** A comment of the YAML, and the field that it is about. */
export interface Remark {
  readonly object: ReadManifest;
  /** The field, as a JSON Pointer; empty where it is about the object. */
  readonly pointer: string;
  readonly lines: readonly string[];
  /** Whether it stands behind the field: at the end of what the field is the last of. */
  readonly isBehind: boolean;
}

/** The comments of what was read, each by what it is about. */
export function remarksIn(files: readonly SourceFile[], read: readonly ReadManifest[]): Remark[] {
  const byFile = groupedBy(read, ({ source }) => source.file);
  return files.flatMap(({ name, content }) => {
    const objects = byFile.get(name) ?? [];
    const bySource = groupedBy(objects, ({ source }) => source);
    const own = [...bySource].flatMap(([source, inside]) => remarksOf(source, inside));
    return content.includes('#') ? [...remarksBetween(content, objects), ...own] : [];
  });
}

/** Comments that are a document to themselves, such as the head of a file, are about what comes next. */
function remarksBetween(content: string, objects: readonly ReadManifest[]): Remark[] {
  return splitDocuments(content).flatMap(({ text, line }) => {
    const lines = text.split('\n').filter((each) => each.trim() !== '');
    if (lines.length === 0 || !lines.every((each) => each.trimStart().startsWith('#'))) return [];
    const next = objects.find(({ source }) => source.line > line);
    const object = next ?? objects.at(-1);
    const said = lines.map((each) => each.trim().replace(/^# ?/, ''));
    return object === undefined ? [] : [{ object, pointer: '', lines: said, isBehind: next === undefined }];
  });
}

function remarksOf(source: DocumentSource, objects: readonly ReadManifest[]): Remark[] {
  const comments = commentsIn(source.text);
  if (comments.length === 0) return [];
  const { root } = source.places();
  const fields = [...fieldsIn(root, '')].sort((a, b) => a.start - b.start);
  return blocksOf(comments, source.text).map((block) => {
    const { pointer, isBehind } = subjectOf(block, fields, source.text);
    const lines = block.map(({ text }) => text);
    const around = isBehind ? objects.at(-1) : objects[0];
    const object = objects.find(({ path }) => `${pointer}/`.startsWith(`${prefixOf(path)}/`)) ?? around;
    const within = pointer.slice(prefixOf(object?.path ?? '').length);
    return { object: object as ReadManifest, pointer: within, lines, isBehind };
  });
}

/** Of an object in a List: `items[3].` is `/items/3`. */
function prefixOf(path: string): string {
  return path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((name) => name !== '')
    .reduce(step, '');
}

interface Field {
  readonly start: number;
  readonly pointer: string;
}

function* fieldsIn(place: Place, pointer: string): Iterable<Field> {
  yield { start: place.start, pointer };
  for (const [index, item] of (place.items ?? []).entries()) yield* fieldsIn(item, step(pointer, String(index)));
  for (const [name, { start, value }] of place.fields ?? []) {
    const inner = step(pointer, name);
    yield { start, pointer: inner };
    // A value has the place of its field: what stands behind it on the line is about the field.
    for (const each of fieldsIn(value, inner)) if (each.pointer !== inner) yield each;
  }
}

/** Comments on lines that follow each other are one. */
function blocksOf(comments: readonly Comment[], text: string): Comment[][] {
  const blocks: Comment[][] = [];
  for (const comment of comments) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    const goesOn =
      last !== undefined &&
      !last.isTrailing &&
      !comment.isTrailing &&
      last.column === comment.column &&
      /^[^\n]*\n[ \t]*$/.test(text.slice(last.start, comment.start));
    if (goesOn) block?.push(comment);
    else blocks.push([comment]);
  }
  return blocks;
}

/** A comment is about the field on its line, or the next; at the end of a block, about what stands before it. */
function subjectOf(
  [comment]: readonly Comment[],
  fields: readonly Field[],
  text: string,
): { pointer: string; isBehind: boolean } {
  const { start = 0, column = 0, isTrailing = false } = comment ?? {};
  const before = fields.filter((field) => field.start < start);
  const next = fields.find((field) => field.start > start);
  if (isTrailing) return { pointer: before.at(-1)?.pointer ?? '', isBehind: false };
  const lineOf = ({ start: at }: Field) => text.lastIndexOf('\n', at) + 1;
  const indents = (field: Field) => /^[ ]*/.exec(text.slice(lineOf(field)))?.[0].length ?? 0;
  if (next !== undefined && column <= indents(next)) return { pointer: next.pointer, isBehind: false };
  if (next === undefined && column === 0) return { pointer: '', isBehind: true };
  const sibling = before.findLast((field) => indents(field) <= column) ?? before.at(-1);
  // Left of the field, it is about what the line begins with: an item of a list, an object on one line.
  const line = sibling === undefined ? 0 : lineOf(sibling);
  const isLeft = sibling !== undefined && column < sibling.start - line;
  const first = isLeft ? before.find(({ start: at, pointer }) => pointer !== '' && at >= line) : sibling;
  return { pointer: first?.pointer ?? '', isBehind: true };
}

/** Where each remark is printed: at the part that says its field, or the first or last of what is in it, or around it. */
export function placeRemarks(remarks: readonly Remark[], statements: readonly Part[]): ReadonlyMap<Part, Comments> {
  const parts = new Map<ReadManifest, Part[]>();
  for (const statement of statements) {
    for (const part of [statement, ...partsIn(statement.code)]) {
      if (part.said !== undefined) append(parts, part.said.object, part);
    }
  }
  const placed = new Map<Part, { before: string[]; after: string[] }>();
  for (const { object, pointer, lines, isBehind } of remarks) {
    const part = partFor(pointer, isBehind, parts.get(object) ?? []);
    if (part === undefined) continue;
    const comments = placed.get(part) ?? { before: [], after: [] };
    comments[isBehind ? 'after' : 'before'].push(...lines);
    placed.set(part, comments);
  }
  return placed;
}

function partFor(pointer: string, isBehind: boolean, parts: readonly Part[]): Part | undefined {
  const pointerOf = ({ said }: Part) => said?.pointer ?? '';
  const exact = parts.find((part) => pointerOf(part) === pointer);
  const isWithin = (part: Part) => pointerOf(part).startsWith(`${pointer}/`);
  const within = () => (isBehind ? parts.findLast(isWithin) : parts.find(isWithin));
  const around = () =>
    parts
      .filter((part) => pointer.startsWith(`${pointerOf(part)}/`))
      .sort((one, other) => pointerOf(other).length - pointerOf(one).length)[0];
  return exact ?? within() ?? around() ?? parts[0];
}
