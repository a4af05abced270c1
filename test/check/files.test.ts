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
    '9 no Kubernetes object: apiVersion and kind must be text',
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
