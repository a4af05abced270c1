import { checkFiles } from '../../lib/check/files';
import { NEWEST } from '../../lib/schema/schema';

function service(name: string, nodePort: number): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { type: 'NodePort', selector: { app: name }, ports: [{ port: 80, nodePort }] },
  });
}

function rulesFor(files: Readonly<Record<string, string>>): string[] {
  const sources = Object.entries(files).map(([name, content]) => ({ name, content }));
  return checkFiles(sources, { kubernetes: NEWEST }).findings.map(({ rule }) => rule);
}

test('two files of a folder may be alternatives: a warning and no error', () => {
  const files = { 'k8s/a.yaml': service('a', 32000), 'k8s/b.yaml': service('b', 32000) };
  expect(rulesFor(files)).toEqual(['node-port-conflict-in-folder']);
});

test('one file is applied as a whole: an error', () => {
  expect(rulesFor({ 'k8s/all.yaml': `${service('a', 32000)}\n---\n${service('b', 32000)}` })).toEqual([
    'node-port-conflict',
  ]);
});

test.each([
  ['other ports', { 'k8s/a.yaml': service('a', 32000), 'k8s/b.yaml': service('b', 32001) }],
  ['other folders', { 'dev/a.yaml': service('a', 32000), 'prod/b.yaml': service('b', 32000) }],
])('%s: nothing is told', (_what, files) => {
  expect(rulesFor(files)).toEqual([]);
});
