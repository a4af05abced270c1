import { nameOf } from '../../lib/manifest';
import { locationOf, readManifests } from '../../lib/read/read';

const FIRST = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: first\n  labels:\n    example.com/a.b: c\n';
const SECOND = 'apiVersion: v1\nkind: Secret\nmetadata: { name: second }\n';

const kinds = (content: string) => readManifests('f.yaml', content).manifests.map(({ manifest }) => manifest.kind);

test.each([
  ['several documents', `${FIRST}---\n${SECOND}`],
  ['empty documents and comments between', `---\n# nothing\n---\n${FIRST}--- # next\n\n---\n${SECOND}---\n`],
  ['a byte order mark and CRLF', `\uFEFF${FIRST}---\n${SECOND}`.replaceAll('\n', '\r\n')],
  [
    'a List',
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [
        { apiVersion: 'v1', kind: 'ConfigMap' },
        { apiVersion: 'v1', kind: 'Secret' },
      ],
    }),
  ],
  [
    'a list of one kind',
    'apiVersion: v1\nkind: ConfigMapList\nitems:\n- {apiVersion: v1, kind: ConfigMap}\n- {apiVersion: v1, kind: Secret}\n',
  ],
])('objects of %s', (_what, content) => {
  expect(kinds(content)).toEqual(['ConfigMap', 'Secret']);
});

test('a broken document is told with its place and spoils none beside it', () => {
  const { manifests, unreadable } = readManifests('f.yaml', `${FIRST}---\na: b: c\n---\n${SECOND}`);
  expect(manifests.map(({ manifest }) => manifest.kind)).toEqual(['ConfigMap', 'Secret']);
  expect(unreadable).toEqual([{ file: 'f.yaml', line: 8, column: 5, reason: expect.any(String), isBroken: true }]);
});

test.each([
  ['text', 'just text'],
  ['a list', '- a\n- b\n'],
  ['an object of something else', 'services: {web: {image: a}}\n'],
  ['a kind that is no text', 'apiVersion: v1\nkind: 5\n'],
])('%s is no Kubernetes object, and no fault', (_what, content) => {
  expect(readManifests('f.yaml', content)).toMatchObject({ manifests: [], unreadable: [{ isBroken: false, line: 1 }] });
});

test('a template is told as one', () => {
  const { unreadable } = readManifests('f.yaml', 'kind: {{ .Values.kind }}\n');
  expect(unreadable).toMatchObject([{ isBroken: true, reason: expect.stringContaining('template') }]);
});

test('an alias without an anchor, and aliases that stand for too much, are told', () => {
  expect(readManifests('f.yaml', 'a: *b\n').unreadable).toMatchObject([{ isBroken: true }]);
  const levels = Array.from(
    { length: 9 },
    (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`)}]`,
  );
  const bomb = `l0: &l0 [x, x, x, x, x, x, x, x, x]\n${levels.join('\n')}\n`;
  expect(readManifests('f.yaml', bomb).unreadable).toMatchObject([{ reason: expect.stringMatching(/too much/) }]);
});

test('`__proto__` is a key like any other', () => {
  const [read] = readManifests('f.yaml', `${FIRST}data:\n  __proto__: { polluted: yes }\n`).manifests;
  expect(Object.keys(read?.manifest.data as object)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe('the place of a path', () => {
  const content = `# a comment\n${FIRST}---\n${SECOND}`;
  const [first, second] = readManifests('f.yaml', content).manifests;

  test.each([
    ['kind', 3, 1],
    ['metadata.name', 5, 3],
    ['metadata.labels[example.com/a.b]', 7, 5],
    ['metadata.labels[no.such/key]', 6, 3],
    ['metadata.annotations', 4, 1],
    ['spec.template.spec', 2, 1],
  ])('%s', (path, line, column) => {
    expect(first && locationOf(first, path)).toEqual({ file: 'f.yaml', line, column });
  });

  test('counts through the documents before it', () => {
    expect(second && locationOf(second, 'metadata.name')).toEqual({ file: 'f.yaml', line: 11, column: 13 });
  });

  test('in lists, and within a List', () => {
    const list =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    containers:\n    - name: a\n    - name: b\n';
    const [pod] = readManifests('f.yaml', list).manifests;
    expect(pod && locationOf(pod, 'spec.containers[1].name')).toEqual({ file: 'f.yaml', line: 9, column: 7 });
  });
});

test('objects of JSON one after the other, each with its line', () => {
  const object = (name: string) =>
    `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"${name}","labels":{"a":"}{"}}}`;
  const { manifests, unreadable } = readManifests('a.json', `${object('a')}\n${object('b')}${object('c')}\n`);
  expect(unreadable).toEqual([]);
  expect(manifests.map((each) => [nameOf(each.manifest), locationOf(each, 'metadata.name').line])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 2],
  ]);
});

test.each([
  ['a separator that goes on', `${FIRST}--- {a: b}\n---\n${SECOND}`, 7, 1, true, /---/],
  ['what stands behind ...', `${FIRST}...\n${SECOND}`, 8, 1, false, /drops it/],
  ['a number that JSON does not have', `${FIRST}data:\n  a: "b"\n  c: .inf\n`, 9, 6, true, /\.inf/],
  ['a merge of what is no object', `---\n${FIRST}<<: 5\n`, 8, 1, true, /<</],
  ['an alias without an anchor', `${FIRST}data: *a\n`, 7, 7, true, /anchor/],
  ['a fault beside a template in quotes', `${FIRST}data:\n  a: "{{ b }}"\n  c: [\n`, 10, 1, true, /indentation/],
])('%s is told where it stands', (_what, content, line, column, isBroken, reason) => {
  const told = [{ file: 'f.yaml', line, column, isBroken, reason: expect.stringMatching(reason) }];
  expect(readManifests('f.yaml', content).unreadable).toEqual(told);
});

test('columns count from the beginning of the line, though another object of JSON stands before', () => {
  const [, second] = readManifests(
    'f.json',
    '{"kind": "A", "apiVersion": "v1"} {"kind": "B", "apiVersion": "v1"}',
  ).manifests;
  expect(second && locationOf(second, 'kind')).toEqual({ file: 'f.json', line: 1, column: 37 });
});
