import { Yaml } from 'cdk8s';
import { CORE_SCHEMA, load, loadAll, YAML11_SCHEMA } from 'js-yaml';
import { readTree } from '../../lib/read/tree';
import { dump } from '../../lib/synth/dump';
import { toYaml } from '../../lib/synth/emit';
import { Random } from '../fixtures/random';
import { anyText, STRANGE } from '../fixtures/texts';

test('text comes back as the same text under both YAML versions', () => {
  const documents = [{ values: STRANGE, keys: Object.fromEntries(STRANGE.map((text) => [text, text])) }];
  for (const schema of [YAML11_SCHEMA, CORE_SCHEMA]) {
    expect(loadAll(toYaml(documents), { schema })).toEqual(documents);
  }
});

test('several objects are several documents', () => {
  expect(toYaml([{ kind: 'A' }, { kind: 'B' }])).toBe('kind: A\n---\nkind: B\n');
});

test('an object that stands twice is written twice, not as an alias', () => {
  const shared = { app: 'x' };
  expect(toYaml([{ a: shared, b: shared }])).toBe('a:\n  app: x\nb:\n  app: x\n');
});

const NUMBERS = [0, 1, -1, 0.5, -0, 1e21, 1e-7, 2 ** 53, 2 ** 31, 123456];

function anyValue(random: Random, depth: number): unknown {
  switch (random.below(depth > 4 ? 6 : 10)) {
    case 0:
    case 1:
    case 2:
      return anyText(random);
    case 3:
      return random.pick(NUMBERS);
    case 4:
      return random.pick([true, false, null]);
    case 5:
      return random.pick([{}, [], 'a'.repeat(300)]);
    case 6:
    case 7:
      return Array.from({ length: random.below(4) }, () => anyValue(random, depth + 1));
    default:
      return anyMapping(random, depth + 1);
  }
}

function anyMapping(random: Random, depth: number): Record<string, unknown> {
  const entries = Array.from({ length: random.below(4) }, () => [anyText(random), anyValue(random, depth)]);
  return Object.fromEntries(entries);
}

test('documents of any content are written as js-yaml writes them, and come back to whoever reads them', () => {
  const random = new Random(1);
  for (let round = 0; round < 4000; round += 1) {
    const document = anyMapping(random, 0);
    const text = toYaml([document]);
    // In those it fills with backslashes what is written in single quotes, or as a block.
    if (!/\\"|\\t/.test(JSON.stringify(document))) expect(text).toBe(dump(document));
    const wanted = JSON.stringify(document);
    for (const schema of [YAML11_SCHEMA, CORE_SCHEMA]) expect(JSON.stringify(load(text, { schema }))).toBe(wanted);
    expect(JSON.stringify(readTree(text).value)).toBe(wanted);
  }
});

test('text that looks like a number stays text', () => {
  const random = new Random(1);
  const pieces = [...'01789.-+_eExXoObBafn', '.inf', '.nan', 'Y', '~', '=', ':'];
  for (let round = 0; round < 8000; round += 1) {
    const text = Array.from({ length: 1 + random.below(5) }, () => random.pick(pieces)).join('');
    const written = toYaml([{ [text]: text }]);
    for (const schema of [YAML11_SCHEMA, CORE_SCHEMA]) expect(load(written, { schema })).toEqual({ [text]: text });
    expect(readTree(written).value).toEqual({ [text]: text });
  }
});

test('what only a part of a document is written in another way for is js-yaml as a whole: dates, long keys, empty lines', () => {
  const document = { plain: 'a', date: new Date(0), ['k'.repeat(1100)]: 1, 'a\nb': 2, text: 'a\n\n', last: 'b' };
  expect(toYaml([document])).toBe(dump(document));
});

/** Text that cdk8s leaves plain, though somebody reads a number there, or the end of a line. */
const WRONG_IN_CDK8S = ['0o17', '-0o7', '0X1F', '0B1', 'a\u2028b', '\u0085'];

test.each(WRONG_IN_CDK8S)('%j is quoted', (text) => {
  expect(toYaml([{ text }])).toMatch(/^text: ".*"\n$/);
  expect(Yaml.stringify({ text })).not.toBe(toYaml([{ text }]));
});
