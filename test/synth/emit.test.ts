import { CORE_SCHEMA, loadAll, YAML11_SCHEMA } from 'js-yaml';
import { toYaml } from '../../lib/synth/emit';

/** What YAML 1.1 or YAML 1.2 reads as a number, a boolean, a date, null, or as structure, unless it is quoted. */
const TRAPS = [
  ...['yes', 'no', 'on', 'off', 'y', 'n', 'Y', 'N', 'true', 'False', 'null', '~', '', ' ', '=', '<<'],
  ...[
    '1',
    '-1',
    '1.5',
    '1e3',
    '.5',
    '.inf',
    '.nan',
    '0o17',
    '-0o7',
    '0x1f',
    '0X1F',
    '0b1',
    '0B1',
    '017',
    '1_000',
    '190:20:30',
  ],
  ...[
    '2001-12-14',
    '2001-12-14t21:59:43Z',
    '- a',
    'a: b',
    '#c',
    'a #c',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '? a',
    '{a',
    '[a',
  ],
  ...[
    '"',
    "'",
    'a\nb',
    'a\n',
    '\na',
    ' a',
    'a ',
    'a\tb',
    '\u0085',
    'a\u2028b',
    '\u2029',
    '\ufeff',
    '\u0007',
    '😀',
    '---',
    '...',
  ],
  'a'.repeat(300),
  'word '.repeat(60),
];

test('text comes back as the same text under both YAML versions', () => {
  const documents = [{ values: TRAPS, keys: Object.fromEntries(TRAPS.map((trap) => [trap, trap])) }];
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
