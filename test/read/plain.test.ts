import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitDocuments } from '../../lib/read/documents';
import { readPlain } from '../../lib/read/plain';
import { readTree } from '../../lib/read/tree';
import { Random } from '../fixtures/random';

const FIXTURES = join(__dirname, '..', 'fixtures');
const DOCUMENTS = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => splitDocuments(readFileSync(join(FIXTURES, name), 'utf8')))
  .map(({ text }) => text);

/** What YAML makes something of, and what it makes nothing of. */
const PIECES = [
  ...[' ', '  ', '\n', '\t', '\r', ':', ': ', '-', '- ', '#', ' #', '"', "'", '\\', '|', '>', '&a', '*a', '!', '!!str ', '?'],
  ...['[', ']', '{', '}', ',', '%', '@', '`', '~', '=', '<<', '.', '...', '---', '0', '07', '+', '-.inf', '.nan', '1e3'],
  ...['y', 'no', 'null', 'a: b', '- - x', 'x:', '_', '__proto__', 'toString', 'é', '\u0085', '\u007f', '\u2028', '\uFEFF'],
]; // biome-ignore format: a table

function readByParser(text: string): unknown {
  try {
    return readTree(text);
  } catch (error) {
    return String(error);
  }
}

test('most documents are plain', () => {
  expect(DOCUMENTS.length).toBeGreaterThan(400);
  expect(DOCUMENTS.filter((text) => readPlain(text) !== undefined).length).toBeGreaterThan(DOCUMENTS.length / 2);
});

test('what it reads, the parser reads alike: of the fixtures, and of 30,000 texts made of them', () => {
  const random = new Random(1);
  const below = (limit: number) => Math.floor(random.next() * limit);
  const changed = (text: string) => {
    const lines = text.split('\n');
    const line = random.pick(lines);
    const at = below(text.length + 1);
    const changes = [
      () => text.slice(0, at) + text.slice(at + 1 + below(3)),
      () => text.slice(0, at) + random.pick(PIECES) + text.slice(at),
      () => lines.toSpliced(below(lines.length), 1, line).join('\n'),
      () => lines.toSpliced(below(lines.length), 0, ' '.repeat(below(6)) + line.trimStart()).join('\n'),
    ];
    return random.pick(changes)();
  };
  let read = 0;
  for (let count = 0; count < 30_000; count += 1) {
    let text = random.pick(DOCUMENTS);
    for (let changes = below(4); changes > 0; changes -= 1) text = changed(text);
    const plain = readPlain(text);
    if (plain === undefined) continue;
    read += 1;
    expect({ text, tree: plain }).toEqual({ text, tree: readByParser(text) });
  }
  expect(read).toBeGreaterThan(5_000);
});

test.each([
  ['a list as far left as its key', 'a:\n- b\n- c: 1\n  d:\n  - e\nf: "x"\n', { a: ['b', { c: 1, d: ['e'] }], f: 'x' }],
  ['comments', "# one\na: b # two\n  # three\nc: 'd' # four", { a: 'b', c: 'd' }],
  ['nothing behind a key', 'a:\nb:\n  c:\n', { a: null, b: { c: null } }],
  ['colons and signs inside of text', 'a: node1:5000/b:1#c\nd: -x\n', { a: 'node1:5000/b:1#c', d: '-x' }],
  ['words that YAML 1.1 takes for others', 'a: yes\nb: 1_000\nc: null\n', { a: true, b: 1000, c: null }],
])('it reads %s', (_what, text, value) => {
  expect(readPlain(text)?.value).toEqual(value);
});

test.each([
  ['spaces before a tab', `${' '.repeat(400_000)}\t`],
  ['spaces behind a dash', `- ${' '.repeat(400_000)}\t`],
  ['spaces behind a key', `a:${' '.repeat(400_000)}\t`],
  ['spaces before a comment in another language', `a: b${' '.repeat(400_000)}# é`],
  ['a text and spaces', `${' '.repeat(200_000)}${'x '.repeat(100_000)}\t`],
])('a long line does not cost its square: %s', (_what, text) => {
  // It would take minutes.
  expect(readPlain(text)).toBeUndefined();
});

test.each([
  ['a duplicate key', 'a: 1\na: 2\n'],
  ['a number in base 8', 'a: 0755\n'],
  ['a key that is no text', 'on: 1\n'],
  ['an anchor', 'a: &b c\n'],
  ['text over several lines', 'a: b\n  c\n'],
  ['a block of text', 'a: |\n  b\n'],
  ['a list in brackets', 'a: [b]\n'],
  ['an escape', 'a: "\\n"\n'],
  ['a tab', 'a:\tb\n'],
  ['what does not parse', 'a: b: c\n'],
  ['a name that every object has', 'toString: a\n'],
  ['deep nesting', Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
])('it leaves %s to the parser', (_what, text) => {
  expect(readPlain(text)).toBeUndefined();
});
