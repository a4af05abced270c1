import { dump } from './dump';

/**
 * Objects as YAML documents, in the form that cdk8s writes, and byte for byte as js-yaml does (dump.ts).
 *
 * Text that YAML 1.1, YAML 1.2 or kubectl would read as something else is quoted: js-yaml's own schema for writing knows
 * the first two. Asking it costs more than all else in a synth, and most of what an object holds is plainly safe; so it
 * is asked about the rest alone.
 */
export function toYaml(documents: readonly object[]): string {
  let text = '';
  for (const document of documents) text += text === '' ? writeDocument(document) : `---\n${writeDocument(document)}`;
  return text;
}

function writeDocument(document: object): string {
  const text = writeInside(document, '');
  return text === UNUSUAL ? dump(document) : `${text}\n`;
}

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Says that a document is for js-yaml as a whole: it holds what JSON has not, or a key that YAML would write on a line of
 * its own, or text with empty lines at its end, which show what comes behind it. No text of YAML is empty.
 */
const UNUSUAL = '';

/** A value from where it begins; each further line at an indent. */
function writeInside(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return writeScalar(value, indent);
  if (Array.isArray(value)) return writeList(value, indent);
  return Object.getPrototypeOf(value) === Object.prototype ? writeMapping(value as Mapping, indent) : UNUSUAL;
}

function writeList(list: readonly unknown[], indent: string): string {
  if (list.length === 0) return '[]';
  let text = '';
  for (const item of list) {
    const inside = writeInside(item, isScalar(item) ? indent : `${indent}  `);
    if (inside === UNUSUAL) return UNUSUAL;
    text += text === '' ? `- ${inside}` : `\n${indent}- ${inside}`;
  }
  return text;
}

function writeMapping(mapping: Mapping, indent: string): string {
  let text = '';
  for (const name of Object.keys(mapping)) {
    const key = writeKey(name);
    const below = writeBelow(mapping[name], indent);
    if (key === UNUSUAL || below === UNUSUAL) return UNUSUAL;
    text += text === '' ? `${key}:${below}` : `\n${indent}${key}:${below}`;
  }
  return text === '' ? '{}' : text;
}

/** What stands behind a key: what is empty or no object on its line, all else below it. */
function writeBelow(value: unknown, indent: string): string {
  const isNested = typeof value === 'object' && value !== null && holdsSomething(value);
  const inner = isNested ? `${indent}  ` : indent;
  const inside = writeInside(value, inner);
  if (inside === UNUSUAL) return UNUSUAL;
  return isNested ? `\n${inner}${inside}` : ` ${inside}`;
}

function holdsSomething(value: object): boolean {
  for (const key in value) if (Object.hasOwn(value, key)) return true;
  return false;
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** YAML takes keys of up to 1024 characters, quotes and escapes among them. */
const LONGEST_KEY = 200;

/** Many have the same few keys. */
const keys = new Map<string, string>();
const MOST_KNOWN = 10_000;

function writeKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const text = name.length > LONGEST_KEY || name.includes('\n') ? UNUSUAL : writeScalar(name, '');
  if (keys.size < MOST_KNOWN) keys.set(name, text);
  return text;
}

function writeScalar(value: unknown, indent: string): string {
  if (typeof value === 'string') return writeText(value, indent);
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : writeByLibrary(value);
  }
  return typeof value === 'boolean' || value === null ? String(value) : UNUSUAL;
}

function writeText(text: string, indent: string): string {
  if (isSafe(text)) return text;
  if (WHOLE_NUMBER.test(text)) return `"${text}"`;
  if (text.endsWith('\n\n')) return UNUSUAL;
  const written = texts.get(text) ?? writeUnsafe(text);
  if (text.length < 100 && texts.size < MOST_KNOWN) texts.set(text, written);
  return written.replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
}

/** What js-yaml would fill with backslashes is written in single quotes, or as a block: people review it. */
function writeUnsafe(text: string): string {
  if (text.includes('\t') && BLOCK.test(text)) {
    const block = writeByLibrary(text.replaceAll('\t', TAB));
    if (block.startsWith('|')) return block.replaceAll(TAB, '\t');
  }
  const written = writeByLibrary(text);
  return written.startsWith('"') && PRINTABLE.test(text) && !text.includes("'") ? `'${text}'` : written;
}

/** Lines that begin without a blank, since those say how far to the right a block stands, and none of which ends in one. */
const BLOCK = /^(?!\s)(?:[\t\x20-\x7e]*[\x21-\x7e]|)(?:\n(?:[\t\x20-\x7e]*[\x21-\x7e]|))*\n?$/;
/** Stands for a tab while js-yaml writes a block: nobody's text holds it, since BLOCK has no such character. */
const TAB = '\ue000';
const PRINTABLE = /^(?=.*")[\x20-\x7e]*$/;

/** An app says the same few texts again and again. */
const texts = new Map<string, string>();

/** A name, an image, a path, a label or a quantity: nothing that any version of YAML reads as something else. */
const SAFE = /^(?:[A-Za-z/](?:[\w./-]|:(?=[\w./-]))*|\d+(?:\.\d+)?(?:m|[KMGTPE]i))$/;
/** `cpu: "5"`. */
const WHOLE_NUMBER = /^[1-9]\d{0,9}$/;
const WORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

function isSafe(text: string): boolean {
  return SAFE.test(text) && !(text.length <= LONGEST_WORD && WORD.test(text));
}

const LONGEST_WORD = 'false'.length;

/** As the value of a key, so that text of several lines is as far to the right as it is there. */
function writeByLibrary(value: unknown): string {
  return dump({ k: value }).slice('k: '.length, -'\n'.length);
}
