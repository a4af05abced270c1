import type { Call, Code, Entry, Name, Part, Plain, Text } from './code';
import { printText, quoted } from './print-text';

/** What is printed beside the code itself. */
export interface Surroundings {
  /** The lines before and behind a part, without the `//`. */
  readonly commentsOf: (part: Part) => Comments | undefined;
  /** The constant for each placeholder. */
  readonly parameters: ReadonlyMap<string, string>;
}

export interface Comments {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const WIDTH = 120;
const INDENT = 2;

/** Where an expression is to stand: the indent of its line, its own column, and how much comes behind it. */
interface Position {
  readonly indent: number;
  readonly column: number;
  readonly behind: number;
}

/** Code as Biome and Prettier lay it out, so that who formats it later changes nothing. */
export function printCode(code: Code, around: Surroundings, position: Position): string {
  const line = isForced(code) ? undefined : onOneLine(code, around);
  if (line !== undefined && position.column + line.length + position.behind <= WIDTH) return line;
  return code.kind === 'call' ? brokenCall(code, around, position) : broken(code, around, position.indent);
}

/** Comments of anyone's files: nothing in one ends its line, or turns what is read. */
export function printComments(lines: readonly string[], indent: number): string {
  const printable = lines.map((line) => line.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, ' ').trimEnd());
  return printable.map((line) => `${' '.repeat(indent)}//${line === '' ? '' : ` ${line}`}\n`).join('');
}

/** Nothing where something in it must break the line. */
function onOneLine(code: Code, around: Surroundings): string | undefined {
  switch (code.kind) {
    case 'list': {
      const items = allOf(code.items.map((item) => partOnOneLine(item, around)));
      return items && `[${items.join(', ')}]`;
    }
    case 'group': {
      if (code.entries.length === 0) return '{}';
      const entries = allOf(code.entries.map((entry) => partOnOneLine(entry, around)));
      return entries && `{ ${entries.map((value, index) => `${keyOf(code.entries[index])}: ${value}`).join(', ')} }`;
    }
    case 'call': {
      const args = allOf(code.args.map((arg) => onOneLine(arg, around)));
      return args && `${openingOf(code)}${args.join(', ')})`;
    }
    default: {
      const text = leaf(code, around);
      return text.includes('\n') ? undefined : text;
    }
  }
}

function partOnOneLine(part: Part, around: Surroundings): string | undefined {
  return around.commentsOf(part) === undefined && !isForced(part.code) ? onOneLine(part.code, around) : undefined;
}

/** A list of several groups, or lists, of more than one value each has a line for each. */
function isForced(code: Code): boolean {
  if (code.kind === 'group') return code.isOpen === true && code.entries.length > 0;
  if (code.kind !== 'list' || code.items.length < 2) return false;
  const kinds = new Set(code.items.map((item) => item.code.kind));
  return kinds.size === 1 && code.items.every(({ code: item }) => sizeOf(item) > 1);
}

function sizeOf(code: Code): number {
  if (code.kind === 'list') return code.items.length;
  return code.kind === 'group' ? code.entries.length : 0;
}

function block(
  open: string,
  parts: readonly (Part | Entry)[],
  close: string,
  around: Surroundings,
  indent: number,
): string {
  const lines = parts.map((part) => {
    const { before = [], after = [] } = around.commentsOf(part) ?? {};
    const line = `${' '.repeat(indent + INDENT)}${printPart(part, around, indent + INDENT)},\n`;
    return printComments(before, indent + INDENT) + line + printComments(after, indent + INDENT);
  });
  return `${open}\n${lines.join('')}${' '.repeat(indent)}${close}`;
}

function printPart(part: Part | Entry, around: Surroundings, indent: number): string {
  if (!('name' in part)) return printCode(part.code, around, { indent, column: indent, behind: 1 });
  const key = keyOf(part);
  const column = indent + key.length + 2;
  const value = printCode(part.code, around, { indent, column, behind: 1 });
  const isTooLong = part.code.kind === 'text' && column + value.length + 1 > WIDTH;
  // Behind a key that is hardly wider than the indent, a text gains nothing from a line of its own.
  const breaks = isTooLong && /^['"]/.test(value) && key.length >= INDENT + 3;
  return breaks ? `${key}:\n${' '.repeat(indent + INDENT)}${value}` : `${key}: ${value}`;
}

/** The last argument stays on the line of the call, where it is a list or a group. */
function brokenCall(code: Call, around: Surroundings, { indent, column, behind }: Position): string {
  const opening = openingOf(code);
  const last = code.args.at(-1);
  const heads = allOf(code.args.slice(0, -1).map((arg) => onOneLine(arg, around)));
  if (
    last !== undefined &&
    last.kind !== 'call' &&
    heads !== undefined &&
    sizeOf(last) > 0 &&
    code.args.at(-2)?.kind !== last.kind
  ) {
    const head = opening + heads.map((each) => `${each}, `).join('');
    if (column + head.length + 1 <= WIDTH) {
      return `${head}${broken(last, around, indent)})`;
    }
  }
  if (code.args.length === 0) return `${opening})`;
  const args = code.args.map((arg) => {
    const inner = printCode(arg, around, {
      indent: indent + INDENT,
      column: indent + INDENT,
      behind: Math.min(behind, 1),
    });
    return `${' '.repeat(indent + INDENT)}${inner},\n`;
  });
  return `${opening}\n${args.join('')}${' '.repeat(indent)})`;
}

/** A text, a number or a name can't be broken. */
function broken(code: Exclude<Code, Call>, around: Surroundings, indent: number): string {
  if (code.kind === 'list') return block('[', code.items, ']', around, indent);
  return code.kind === 'group' ? block('{', code.entries, '}', around, indent) : leaf(code, around);
}

function openingOf({ callee, isNew }: Call): string {
  return `${isNew ? 'new ' : ''}${callee}(`;
}

function leaf(code: Text | Plain | Name, { parameters }: Surroundings): string {
  if (code.kind === 'text') return printText(code, parameters);
  return code.kind === 'name' ? code.name : String(code.value);
}

/** `'__proto__': x` would set the prototype. */
function keyOf(part: Part | Entry | undefined): string {
  const key = part !== undefined && 'name' in part ? part.name : '';
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

function allOf<Value>(values: readonly (Value | undefined)[]): Value[] | undefined {
  return values.every((value) => value !== undefined) ? (values as Value[]) : undefined;
}
