import type { Said } from '../said';

/** An expression of TypeScript, as data. */
export type Code = Text | Plain | Name | Call | List | Group;

export interface Text {
  readonly kind: 'text';
  readonly value: string;
  /** `${NAME}` in it is what a shell or a program reads, and no placeholder. */
  readonly isScript?: boolean;
}

export interface Plain {
  readonly kind: 'plain';
  readonly value: number | boolean | null;
}

/** A constant: `ServiceType.NODE_PORT`. */
export interface Name {
  readonly kind: 'name';
  readonly name: string;
}

/** `Probe.httpGet('/ready')`. */
export interface Call {
  readonly kind: 'call';
  readonly callee: string;
  readonly args: readonly Code[];
  readonly isNew?: boolean;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Part[];
}

export interface Group {
  readonly kind: 'group';
  readonly entries: readonly Entry[];
  /** A line for each entry, however few they are. */
  readonly isOpen?: boolean;
}

/** What stands on a line of its own, and so may have comments. */
export interface Part {
  readonly code: Code;
  /** What of the YAML it says. */
  readonly said?: Said;
}

export interface Entry extends Part {
  readonly name: string;
}

export function text(value: string): Text {
  return { kind: 'text', value };
}

export function plain(value: number | boolean | null): Plain {
  return { kind: 'plain', value };
}

export function name(constant: string): Name {
  return { kind: 'name', name: constant };
}

/** Arguments at the end of which nothing is said are left out; before others they are `undefined`. */
export function call(callee: string, ...args: readonly (Code | undefined)[]): Call {
  const count = args.findLastIndex((arg) => arg !== undefined) + 1;
  return { kind: 'call', callee, args: args.slice(0, count).map((arg) => arg ?? name('undefined')) };
}

/** A group of props; nothing where it says nothing. */
export function group(entries: readonly Entry[]): Group | undefined {
  return entries.length === 0 ? undefined : { kind: 'group', entries };
}

/** An entry of a group, where there is something to say. */
export function entry(prop: string, code: Code | undefined, said?: Said): Entry[] {
  return code === undefined ? [] : [{ name: prop, code, said }];
}

/** Every expression in an expression, itself first. */
export function* expressionsIn(code: Code): Iterable<Code> {
  yield code;
  const inner = code.kind === 'call' ? code.args : partsOf(code).map((part) => part.code);
  for (const each of inner) yield* expressionsIn(each);
}

/** Every line that may have comments, in the order of the text. */
export function* partsIn(code: Code): Iterable<Part> {
  if (code.kind === 'call') for (const arg of code.args) yield* partsIn(arg);
  for (const part of partsOf(code)) {
    yield part;
    yield* partsIn(part.code);
  }
}

function partsOf(code: Code): readonly Part[] {
  if (code.kind === 'list') return code.items;
  return code.kind === 'group' ? code.entries : [];
}
