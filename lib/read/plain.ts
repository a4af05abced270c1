import { isOctal, plainScalar } from './scalar';
import type { Tree } from './tree';

/**
 * Reads the YAML that most manifests are made of, some four times as fast as a whole parser: block mappings and lists
 * of plain and simply quoted scalars, each on one line. Gives nothing where there is anything else in the document,
 * or anything to tell of it: that is read by readTree, and what both can read, both read alike.
 */
export function readPlain(text: string): Tree | undefined {
  if (text.length > LONGEST) return undefined;
  const lines = linesOf(text);
  if (lines === undefined || lines[0]?.indent !== 0) return undefined;
  const reader = { lines, next: 0 };
  const value = readNode(reader, 0, 0);
  return value === UNREAD || reader.next < lines.length ? undefined : { value, ...NOTHING_TO_TELL };
}

/** More is not the plain manifest that this is for; readTree counts what it holds. */
const LONGEST = 1_000_000;
/** Less than what the parser allows, so that it is the one to refuse. */
const DEEPEST = 50;

const NOTHING_TO_TELL = { duplicateKeys: [], octalNumbers: [], rewrittenKeys: [] } as const;

const UNREAD = Symbol('not plain');

/** What stands on a line that is neither empty nor a comment. */
interface Line {
  readonly indent: number;
  /** Of what stands behind the dash of an item; -1 where there is no dash. */
  readonly itemIndent: number;
  readonly key: string | undefined;
  readonly quoted: string | undefined;
  readonly plain: string | undefined;
}

interface Reader {
  readonly lines: readonly Line[];
  next: number;
}

const KEY = '[A-Za-z][\\w./-]{0,200}';
// A colon before a space would be a key's, a # behind a space a comment's.
const PLAIN = '(?:[A-Za-z0-9_/$(]|-[\\w])(?:[!"$-9;-~]|#|:(?=[!-~])| +(?=[!"$-~]))*';
const SCALAR = `"([ !#-[\\]-~]*)"|'([ -&(-~]*)'|(${PLAIN})`;
const COMMENT = '(?:(?<![!-~])#[ -~]*)?';
// Spaces are taken all at once (?! ): given back one by one, a long line of them would cost its square.
const LINE = new RegExp(
  `( *)(?! )(- +(?! ))?(?:(${KEY}):(?= |\\n|$))?(?: *(?! )(?:${SCALAR}))? *(?! )${COMMENT}(?:\\n|$)`,
  'y',
);

function linesOf(text: string): Line[] | undefined {
  const lines: Line[] = [];
  LINE.lastIndex = 0;
  while (LINE.lastIndex < text.length) {
    // By index: taken apart as a list, a match costs as much as it did to find.
    const match = LINE.exec(text);
    if (match === null) return undefined;
    const dash = match[2];
    const key = match[3];
    const plain = match[6];
    const quoted = match[4] ?? match[5];
    if (dash === undefined && key === undefined && quoted === undefined && plain === undefined) continue;
    const indent = match[1]?.length ?? 0;
    lines.push({ indent, itemIndent: dash === undefined ? -1 : indent + dash.length, key, quoted, plain });
  }
  return lines;
}

/** A list or an object whose lines begin at an indent. */
function readNode(reader: Reader, indent: number, depth: number): unknown {
  const line = reader.lines[reader.next];
  if (line?.indent !== indent || depth > DEEPEST) return UNREAD;
  return line.itemIndent < 0 ? readObject(reader, indent, depth) : readList(reader, indent, depth);
}

/** The first line of an object that is an item begins behind its dash. */
function readObject(reader: Reader, indent: number, depth: number): unknown {
  const object: Record<string, unknown> = {};
  let line = reader.lines[reader.next];
  do {
    const key = line?.key;
    if (line === undefined || key === undefined || !isPlainKey(key) || Object.hasOwn(object, key)) return UNREAD;
    const value = readValue(reader, line, indent, depth);
    if (value === UNREAD) return UNREAD;
    object[key] = value;
    line = reader.lines[reader.next];
  } while (line?.indent === indent && line.itemIndent < 0);
  return line === undefined || line.indent < indent ? object : UNREAD;
}

function readList(reader: Reader, indent: number, depth: number): unknown {
  const list: unknown[] = [];
  let line = reader.lines[reader.next];
  while (line?.indent === indent && line.itemIndent >= 0) {
    const isObject = line.key !== undefined;
    const item = isObject ? readObject(reader, line.itemIndent, depth + 1) : readScalar(reader, line, indent);
    if (item === UNREAD) return UNREAD;
    list.push(item);
    line = reader.lines[reader.next];
  }
  return line === undefined || line.indent <= indent ? list : UNREAD;
}

/** What belongs to the key of a line: what stands behind it, or what the next lines hold. */
function readValue(reader: Reader, line: Line, indent: number, depth: number): unknown {
  if (line.quoted !== undefined || line.plain !== undefined) return readScalar(reader, line, indent);
  reader.next += 1;
  const next = reader.lines[reader.next];
  if (next === undefined) return null;
  // A list may stand as far left as its key.
  const isBelow = next.indent > indent || (next.indent === indent && next.itemIndent >= 0);
  return isBelow ? readNode(reader, next.indent, depth + 1) : null;
}

function readScalar(reader: Reader, { quoted, plain }: Line, indent: number): unknown {
  reader.next += 1;
  const next = reader.lines[reader.next];
  const goesOn = next !== undefined && next.indent > indent;
  if (goesOn) return UNREAD;
  if (quoted !== undefined) return quoted;
  if (plain === undefined || isOctal(plain)) return UNREAD;
  return plainScalar(plain);
}

/** What a plain key is read as is text again; these two names take care, as readTree does. */
function isPlainKey(key: string): boolean {
  return key !== 'toString' && key !== 'valueOf' && plainScalar(key) === key;
}
