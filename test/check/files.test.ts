import { checkFiles, type SourceFile } from '../../lib/check/files';

const KUBERNETES = 37;
const configMap = (name: string, more = '') => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`;

function report(...files: readonly (readonly [string, string])[]) {
  return checkFiles(
    files.map(([name, content]): SourceFile => ({ name, content })),
    { kubernetes: KUBERNETES },
  );
}

const rules = ({ findings }: ReturnType<typeof report>) => findings.map(({ rule }) => rule);

test('a finding says the file, the line and the column', () => {
  const { findings } = report(['a/b.yaml', `${configMap('one')}---\n${configMap('two', 'dota: {}\n')}`]);
  expect(findings).toEqual([
    {
      rule: 'unknown-field',
      severity: 'error',
      object: 'ConfigMap two',
      path: 'dota',
      message: 'must be a field that Kubernetes knows, got {}',
      fix: 'write data',
      source: expect.stringMatching(/^https:/),
      file: 'a/b.yaml',
      line: 10,
      column: 1,
    },
  ]);
});

test('a document that is no YAML is an error, and the rest is checked', () => {
  const found = report(['a.yaml', `a: b: c\n---\n${configMap('one', 'dota: {}\n')}`]);
  expect(rules(found)).toEqual(['yaml-syntax', 'unknown-field']);
});

test('what is not checked is named, with its reason, each kind once', () => {
  const custom = 'apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: a }\n';
  const { skipped } = report(['a.yaml', `${custom}---\n${custom}---\nservices: {}\n`]);
  expect(skipped.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '9 no Kubernetes object: it has neither apiVersion and kind, nor metadata beside one of them',
    expect.stringMatching(/^2 example.com\/v1 Thing: a custom resource/),
  ]);
});

test('objects of one name in one file are an error, in two files of a folder an advice, in two folders nothing', () => {
  expect(rules(report(['a/x.yaml', `${configMap('one')}---\n${configMap('one')}`]))).toEqual(['duplicate-object']);
  expect(rules(report(['a/x.yaml', configMap('one')], ['a/y.yaml', configMap('one')]))).toEqual([
    'duplicate-in-folder',
  ]);
  expect(rules(report(['a/x.yaml', configMap('one')], ['b/x.yaml', configMap('one')]))).toEqual([]);
});

describe('patches are no whole objects', () => {
  const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: model }\nspec: { replicas: -1 }\n';

  test.each([
    ['patches', 'patches:\n- path: ../patch.yaml\n'],
    ['patchesStrategicMerge', 'patchesStrategicMerge: [../patch.yaml]\n'],
  ])('of a Kustomization, by %s', (_field, named) => {
    const kustomization = `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${named}`;
    const found = report(['base/patch.yaml', patch], ['base/over/kustomization.yaml', kustomization]);
    expect(found.findings).toEqual([]);
    expect(found.skipped).toContainEqual({ file: 'base/patch.yaml', line: 2, reason: expect.stringMatching(/patch/) });
  });

  test('an autoscaler without a target beside a whole one of its name', () => {
    const hpa = (spec: string) =>
      `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: ${spec}\n`;
    const found = report(
      ['base/hpa.yaml', hpa('{scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, maxReplicas: 3}')],
      ['prod/hpa.yaml', hpa('{maxReplicas: -30}')],
    );
    expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.skipped).toMatchObject([{ file: 'prod/hpa.yaml' }]);
  });
});

describe('what kubectl refuses before the API server sees it', () => {
  test.each([
    [
      'a kind in capitals',
      'apiVersion: apps/v1\nKind: Deployment\nmetadata: { name: a }\n',
      'api-version',
      'write kind for Kind',
    ],
    ['no kind', 'apiVersion: v1\nmetadata: { name: a }\n', 'api-version', 'write kind: and the name'],
    ['something else in a List', 'apiVersion: v1\nkind: List\nitems: [5]\n', 'yaml-syntax', 'mend it at this place'],
    ['items that are no list', 'apiVersion: v1\nkind: List\nitems: 5\n', 'yaml-syntax', 'mend it at this place'],
    [
      'an infinite number',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { A: .inf }\n',
      'yaml-syntax',
      'mend',
    ],
    ['a %YAML line', '%YAML 1.1\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n', 'yaml-syntax', 'mend'],
    ['no text', 'a\0b', 'yaml-syntax', 'mend'],
  ])('%s', (_what, content, rule, fix) => {
    const [finding, ...others] = report(['a.yaml', content]).findings;
    expect(finding).toMatchObject({ rule, fix: expect.stringContaining(fix) });
    expect(others).toEqual([]);
  });

  test('a template is told at its first line of one', () => {
    const content = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n';
    expect(report(['a.yaml', content]).findings).toMatchObject([{ rule: 'yaml-syntax', line: 4, column: 9 }]);
  });
});

test('an item of a typed List need not say its kind', () => {
  const spec = '{ minReplicas: 5, maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a } }';
  const list = `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscalerList\nitems:\n- metadata: { name: a }\n  spec: ${spec}\n`;
  expect(report(['a.yaml', list]).findings).toMatchObject([
    { rule: 'replica-range', object: 'HorizontalPodAutoscaler a', line: 5 },
  ]);
});

test.each([
  ['version: 1.10', '"1.10"'],
  ['version: 0755', '"0755"'],
  ['version: off', '"off"'],
  ['version: 12345678901234567890', '"12345678901234567890"'],
])('%s in a label is to be quoted as it stands', (label, quoted) => {
  const content = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels:\n    ${label}\n`;
  expect(report(['a.yaml', content]).findings).toMatchObject([
    { rule: 'field-type', fix: `quote it: ${quoted}`, line: 6 },
  ]);
});

test('what runs may say its number of pods: nobody applies it', () => {
  const live = { name: 'a', uid: 'd3', resourceVersion: '7' };
  const spec = {
    replicas: 3,
    selector: { matchLabels: { app: 'a' } },
    template: { metadata: { labels: { app: 'a' } } },
  };
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' };
  const told = (metadata: object) =>
    report([
      'a.json',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [
          { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec },
          {
            apiVersion: 'autoscaling/v2',
            kind: 'HorizontalPodAutoscaler',
            metadata: live,
            spec: { maxReplicas: 5, scaleTargetRef },
          },
        ],
      }),
    ]).findings.map(({ rule }) => rule);
  expect(told(live)).not.toContain('replicas-beside-autoscaler');
  expect(told({ name: 'a' })).toContain('replicas-beside-autoscaler');
});
