import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a docstring says. */
export interface Doc {
  /** All before the first tag, on one line. */
  readonly text: string;
  readonly defaultValue?: string;
  readonly see?: string;
  /** The Kubernetes minor after 'since Kubernetes'. */
  readonly since?: string;
}

/** A property of an interface, a factory of a class, or a member of an enum. */
export interface Item {
  /** `ServiceProps.type`, `Volume.csi`, `ServiceType.NODE_PORT`. */
  readonly id: string;
  readonly name: string;
  /** The type of a property, the parameters of a factory, the value of a member. */
  readonly signature: string;
  /** Whether a property may be left out. */
  readonly isOptional: boolean;
  readonly doc?: Doc;
}

type Kind = 'interface' | 'class' | 'enum';

/** An exported interface, class or enum. */
export interface Block {
  readonly kind: Kind;
  readonly name: string;
  /** What an interface extends. */
  readonly bases: readonly string[];
  readonly items: readonly Item[];
  readonly doc?: Doc;
}

const PROPS = join(__dirname, '..', '..', 'lib', 'props');

/** What may stand before a block or an item: its docstring, and comments that are for the linter. */
const DOC = String.raw`(?:/\*\*(?<doc>(?:(?!\*/)[\s\S])*)\*/\s*)?(?://.*\n\s*)*`;

const BLOCK = new RegExp(
  String.raw`^${DOC}export (?<kind>interface|class|enum) (?<name>\w+)(?: extends (?<bases>[\w,\s]+?))? \{(?:\}|\n(?<body>[\s\S]*?)^\})`,
  'gm',
);

const ITEM: Readonly<Record<Kind, RegExp>> = {
  interface: new RegExp(String.raw`^ {2}${DOC}readonly (?<name>\w+)(?<optional>\?)?: (?<signature>[\s\S]+?);\n`, 'gm'),
  class: new RegExp(
    String.raw`^ {2}${DOC}public static (?<name>\w+)\((?<signature>[\s\S]*?),?\s*\): [\w.]+ \{\n`,
    'gm',
  ),
  enum: new RegExp(String.raw`^ {2}${DOC}(?<name>\w+) = (?<signature>.+),\n`, 'gm'),
};

/** All that lib/props offers to callers, as it is written there: no build is needed. */
export function readSurface(): Block[] {
  const files = readdirSync(PROPS).sort();
  return files.flatMap((file) => blocksOf(readFileSync(join(PROPS, file), 'utf8')));
}

/** The exported interfaces, classes and enums of a file, but not what is marked as internal. */
export function blocksOf(source: string): Block[] {
  const found = groupsOf(source, BLOCK);
  assertAllRead(source.match(/^export (?:\w+ )?(?:interface|class|enum|type) .*/gm), found);
  return found
    .filter(({ doc }) => !isInternal(doc))
    .map(({ kind, name = '', bases, body = '', doc }) => ({
      kind: kind as Kind,
      name,
      bases: bases?.split(/,\s*/) ?? [],
      items: itemsOf(kind as Kind, name, body),
      doc: docOf(doc),
    }));
}

function itemsOf(kind: Kind, block: string, body: string): Item[] {
  const found = groupsOf(body, ITEM[kind]);
  assertAllRead(body.match(kind === 'class' ? /^ {2}public static .*/gm : /^ {2}\w.*/gm), found);
  return found
    .filter(({ doc }) => !isInternal(doc))
    .map(({ name = '', optional, signature = '', doc }) => ({
      id: `${block}.${name}`,
      name,
      signature: onOneLine(signature).replace(/: (\w+) = \{\}/g, '?: $1'),
      isOptional: optional !== undefined,
      doc: docOf(doc),
    }));
}

type Groups = Readonly<Record<string, string | undefined>>;

function groupsOf(source: string, pattern: RegExp): Groups[] {
  return Array.from(source.matchAll(pattern), ({ groups = {} }) => groups);
}

/** What is not read must not be passed over: it would have no proof and no line in the docs. */
function assertAllRead(lines: readonly string[] | null, found: readonly Groups[]): void {
  const missed = (lines ?? []).filter((line) => !found.some(({ name }) => new RegExp(`\\b${name}\\b`).test(line)));
  if ((lines ?? []).length !== found.length) throw new Error(`can't read: ${missed.join('; ')}`);
}

function isInternal(doc: string | undefined): boolean {
  return doc?.includes('@internal') ?? false;
}

function docOf(comment: string | undefined): Doc | undefined {
  if (comment === undefined) return undefined;
  const [text = '', ...tags] = comment.replace(/^\s*\* ?/gm, '').split(/^@/m);
  const tagged = (name: string) => {
    const tag = tags.find((each) => each.startsWith(`${name} `));
    return tag && onOneLine(tag.slice(name.length));
  };
  return {
    text: onOneLine(text),
    defaultValue: tagged('default'),
    see: tagged('see'),
    since: /\bsince Kubernetes (\d+\.\d+)/i.exec(text.replace(/\s+/g, ' '))?.[1],
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
