import { checkFiles } from '../../lib/check/files';
import { FORMATS } from '../../lib/check/format';
import { NEWEST } from '../../lib/schema/schema';

const SECRET = 'hunter2-very-secret';

function findingsIn(content: string) {
  return checkFiles([{ name: 'a.yaml', content }], { kubernetes: NEWEST });
}

function printed(content: string, formats = Object.values(FORMATS)): string {
  const { findings, skipped, objects } = findingsIn(content);
  const lineOf = (_file: string, line: number) => content.split('\n')[line - 1];
  return formats
    .map((format) => format({ findings, skipped, objects, files: 1 }, { colour: false, lineOf }))
    .join('\n');
}

const configMap = (name: string, rest = '') => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${rest}`;

test.each([
  ['a name that says how it is made text', configMap('{ toString: y, valueOf: y }')],
  ['a label that does', configMap('a', '  labels: { x: { toString: y } }\n')],
  ['keys of the prototype', configMap('a', '  labels: { __proto__: { x: y }, constructor: { y: z } }\n')],
  [
    'a large value that many aliases stand for',
    configMap('a', `data: &a "${'x'.repeat(100_000)}"\nodd: [${Array(2000).fill('*a').join(',')}]\n`),
  ],
  ['a name with many blanks', configMap(`"a${' '.repeat(100_000)}b"`)],
  ['a long field', configMap('a', `${'x'.repeat(100_000)}: 1\n`)],
])('%s is only a fault of its object', (_what, content) => {
  expect(findingsIn(`${content}\n---\n${configMap('B')}`).findings.map(({ object }) => object)).toContain(
    'ConfigMap B',
  );
  expect(printed(content).length).toBeLessThan(1_000_000);
});

test.each([
  [
    'a value that is no text',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { password: 12345678901 }\n',
    '12345678901',
  ],
  [
    'a value that is not in base64',
    `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata:\n  password: ${SECRET}\n`,
    SECRET,
  ],
  [
    'a field that is unknown',
    `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndota: { password: ${SECRET} }\n`,
    SECRET,
  ],
  [
    'a document that is no YAML',
    `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { password: @${SECRET} }\n`,
    SECRET,
  ],
  [
    'a List on one line',
    `{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"stringData":{"password":"${SECRET}"}},{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"B"}}]}`,
    SECRET,
  ],
])('what a Secret holds is printed nowhere: %s', (_what, content, secret) => {
  expect(findingsIn(content).findings.length).toBeGreaterThan(0);
  expect(printed(content)).not.toContain(secret);
});

test('what turns the direction of reading is not let through', () => {
  const forPeople = [FORMATS.human, FORMATS.github].filter((format) => format !== undefined);
  expect(printed(configMap('"a\u202Eb"'), forPeople)).not.toContain('\u202E');
});
