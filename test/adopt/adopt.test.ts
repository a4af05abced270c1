// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are what is read
import { adopt } from '../../lib/adopt/adopt';
import { NEWEST } from '../../lib/schema/schema';
import { APP, adopted } from '../fixtures/adopted';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { a: b }\n';

test('the whole program of an app', () => {
  const { text, apps, carried, proof } = adopted(`${APP}---\n${CONFIG_MAP}`);
  expect(text).toMatchSnapshot();
  expect(proof.unequal).toEqual([]);
  expect(apps).toMatchObject([{ name: 'ranker', namespace: 'ml', patches: [], replicas: 2 }]);
  expect(carried.map(({ object }) => object)).toEqual(['ConfigMap settings']);
});

test('every comment comes along, each once', () => {
  const { text } = adopted(APP);
  for (const comment of APP.matchAll(/# (.*)/g)) expect(text.split(`// ${comment[1]}\n`)).toHaveLength(2);
});

test('a comment stands at what it is about', () => {
  const { text } = adopted(APP);
  expect(text).toMatch(/\/\/ hard cap: 3 nodes\n\s*maxReplicas: 6/);
  expect(text).toMatch(/\/\/ what the model takes, and a third more\n\s*memoryRequest: '1Gi'/);
  expect(text).toMatch(/\/\/ The ranker: .*\nnew AutoscaledMlApp/);
});

test('a comment at the end of a block stands behind all that the block has become', () => {
  const { text } = adopted(
    APP.replace(
      '            # no GPU yet\n',
      '          # end of container\n        # end of containers\n    # end of template\n# end of all\n',
    ).replace(
      '            - containerPort: 8080\n',
      '            - containerPort: 8080\n            # no metrics port\n',
    ),
  );
  expect(text).toMatch(
    /memoryLimit: '1Gi',\n {2}\/\/ end of container\n {2}\/\/ end of containers\n {2}\/\/ end of template\n/,
  );
  expect(text).toMatch(/\{ containerPort: 8080 \},\n {4}\/\/ no metrics port\n {2}\],/);
  expect(text).toMatch(/^\}\);\n\/\/ end of all\n/m);
});

test('a comment at the end of a List is about its last object', () => {
  const item = (name: string) => `- apiVersion: v1\n  kind: ConfigMap\n  metadata: { name: ${name} }\n`;
  const { text } = adopted(`apiVersion: v1\nkind: List\nitems:\n${item('a')}${item('b')}# end of all\n`);
  expect(text).toMatch(/'ConfigMap-b', .*\n\/\/ end of all\n/);
});

test('a comment that is a document to itself is about what comes next', () => {
  expect(adopted(`# Copyright\n---\n${CONFIG_MAP}`).text).toMatch(/\/\/ Copyright\nnew ApiObject/);
});

test('a placeholder is a parameter, but not in a command', () => {
  const command = `          command: [sh, -c, 'echo \${HOME}']\n          ports:\n`;
  const { text, proof } = adopted(APP.replace('          ports:\n', command));
  expect(text).toContain('const TAG = `\\${TAG}`;');
  expect(text).toContain('image: `registry.example.com/ranker:${TAG}`');
  expect(text).not.toContain('const HOME');
  expect(proof.unequal).toEqual([]);
});

test('what no prop says is patched, with a comment that names it', () => {
  const { text, apps, proof } = adopted(APP.replace('      containers:', '      hostNetwork: true\n      containers:'));
  expect(apps[0]?.patches).toContain('spec.template.spec.hostNetwork');
  expect(text).toContain('// No prop says spec.template.spec.hostNetwork.\nranker.deployment.addJsonPatch(');
  expect(proof.unequal).toEqual([]);
});

test('objects are found across files and folders', () => {
  const [deployment = '', service = '', autoscaler = ''] = APP.split('---\n');
  const files = { 'a/deployment.yaml': deployment, 'b/service.yaml': service, 'b/hpa.yaml': autoscaler };
  const sources = Object.entries(files).map(([name, content]) => ({ name, content }));
  const { apps, proof } = adopt(sources, { kubernetes: NEWEST });
  expect(apps[0]?.objects).toContain('HorizontalPodAutoscaler ranker');
  expect(proof.unequal).toEqual([]);
});

test('a workload without an autoscaler is carried over and named', () => {
  const [deployment = ''] = APP.split('---\n');
  const { apps, carried, proof } = adopted(deployment);
  expect(apps).toEqual([]);
  expect(carried).toMatchObject([{ object: 'Deployment ranker', reason: 'no autoscaler scales it' }]);
  expect(carried[0]?.place()).toEqual({ file: 'k8s/app.yaml', line: 3 });
  expect(proof.unequal).toEqual([]);
});

/** Why an autoscaler h2 is no part of an app, beside what else is read. */
function whyAlone(yaml: string, target = 'kind: Deployment, name: ranker'): string | undefined {
  const h2 = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: h2 }
spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, ${target} } }
`;
  const { carried } = adopted(`${yaml}---\n${h2}`);
  return carried.find(({ object }) => object === 'HorizontalPodAutoscaler h2')?.reason;
}

test('an autoscaler that is alone says exactly why', () => {
  const [deployment = ''] = APP.split('---\n');
  const withoutImage = deployment.replace(/ {10}image: .*\n/, '');
  expect(whyAlone(APP)).toBe('it scales Deployment ranker, which has HorizontalPodAutoscaler ranker already');
  expect(whyAlone(CONFIG_MAP)).toBe('it scales Deployment ranker, which is not in the input');
  expect(whyAlone(withoutImage)).toBe(
    'it scales Deployment ranker, which is carried over: a container of it has no image',
  );
  expect(whyAlone(deployment.replace('kind: Deployment', 'kind: StatefulSet'), 'kind: StatefulSet, name: ranker')).toBe(
    'it scales StatefulSet ranker, and an AutoscaledMlApp makes a Deployment',
  );
  expect(whyAlone(APP, 'kind: Deployment')).toBe('it does not say what it scales');
  expect(whyAlone(`${deployment}---\n${deployment.replace('namespace: ml', 'namespace: other')}`)).toBe(
    'several objects are called Deployment ranker, and no namespace says which of them it scales',
  );
});

test('what the cluster sets is left out and said', () => {
  const fetched = APP.replace(
    '  namespace: ml\n',
    '  namespace: ml\n  uid: 1-2\n  resourceVersion: "7"\n  generation: 3\n  managedFields: []\n',
  ).replace('---\n', 'status: { replicas: 3 }\n---\n');
  const { text, leftOut, proof } = adopted(fetched);
  expect([...leftOut.keys()]).toEqual([
    'status',
    'metadata.uid',
    'metadata.resourceVersion',
    'metadata.generation',
    'metadata.managedFields',
  ]);
  expect(text).not.toMatch(/uid|resourceVersion/);
  expect(proof.unequal).toEqual([]);
});

test('the number of pods of a cluster is left out where nobody applied one', () => {
  const applied = JSON.stringify({ kind: 'Deployment', spec: {} });
  const head = `  uid: 1-2\n  annotations: { kubectl.kubernetes.io/last-applied-configuration: '${applied}' }\n`;
  const { leftOut, apps } = adopted(APP.replace('  namespace: ml\n', `  namespace: ml\n${head}`));
  expect([...leftOut.keys()]).toContain('spec.replicas');
  expect(apps[0]?.replicas).toBeUndefined();
});

test('patches of kustomize are named and not adopted', () => {
  const patch =
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: ranker }\nspec: { maxReplicas: 9 }\n';
  const files = [
    { name: 'base/app.yaml', content: APP },
    { name: 'prod/hpa.yaml', content: patch },
  ];
  const { apps, skipped } = adopt(files, { kubernetes: NEWEST });
  expect(apps).toHaveLength(1);
  expect(skipped).toMatchObject([
    { file: 'prod/hpa.yaml', reason: expect.stringContaining('a patch over another object') },
  ]);
});

test('of 43 documents one is broken: 42 are adopted, and the one is named', () => {
  const documents = Array.from({ length: 42 }, (_, index) => CONFIG_MAP.replace('settings', `settings-${index}`));
  documents.splice(20, 0, 'apiVersion: v1\nkind: [\n');
  const { carried, broken, proof } = adopted(documents.join('---\n'));
  expect(carried).toHaveLength(42);
  expect(broken).toHaveLength(1);
  expect(broken[0]?.line).toBeGreaterThan(1);
  expect(proof.unequal).toEqual([]);
});

test('what would be another object is told with its place, and left out of a part', () => {
  const large = `apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: large }\nspec: { size: 9007199254740993 }\n`;
  const { proof, carried } = adopted(`${CONFIG_MAP}---\n${large}`, { isPartial: true });
  expect(proof.unequal).toMatchObject([{ path: 'spec.size' }]);
  expect(carried.map(({ object }) => object)).toEqual(['ConfigMap settings']);
});

test('a synth of what a rule refuses is told beforehand', () => {
  const { proof } = adopted(APP.replace('maxReplicas: 6', 'maxReplicas: 1'));
  expect(proof.refused).toMatchObject([{ rule: 'replica-range', file: 'k8s/app.yaml' }]);
});

test('text of a stranger is text: no code, no prototype, no end of a comment', () => {
  const hostile = [
    `'); process.exit(7); ('`,
    '`${process.exit(7)}`',
    '*/ process.exit(7) //',
    'a\\u2028process.exit(7)',
    '\\',
    '${__proto__}',
  ];
  const data = hostile
    .map((value, index) => `  k${index}: ${JSON.stringify(value).replace('\\\\u', '\\u')}`)
    .join('\n');
  const yaml = `# \u2028process.exit(7)\n${CONFIG_MAP.replace('data: { a: b }\n', '')}data:\n${data}\n`;
  expect(adopted(yaml).proof.unequal).toEqual([]);
  // cdk8s drops it.
  const { text, proof } = adopted(`${yaml}  __proto__: x\n`);
  expect(text).toContain("['__proto__']: 'x'");
  expect(proof.unequal).toMatchObject([{ path: 'data.__proto__', read: 'x' }]);
});

test('names of keys and of placeholders are no words of the language', () => {
  const data = ['"${A}": "1"', '"a\\nb": "1"', 'c: "${exports}"', 'd: "${Object}${toString}"', 'e: -0'];
  const { text, proof } = adopted(`${CONFIG_MAP.replace('data: { a: b }\n', '')}data:\n  ${data.join('\n  ')}\n`);
  expect(proof.unequal).toEqual([]);
  expect(text).toContain('const exports_ = ');
  expect(text).toContain('const Object_ = ');
  expect(text).toContain('const toString_ = ');
});

test('a name that is no text is told as broken, and not lost', () => {
  const { broken, carried } = adopted(`${CONFIG_MAP}---\n${CONFIG_MAP.replace('settings', 'no')}`);
  expect(carried).toHaveLength(1);
  expect(broken).toMatchObject([{ reason: expect.stringContaining('metadata.name must be text, got false') }]);
});

test('a volume without a source is an empty folder, and needs no patch', () => {
  const { apps, text, proof } = adopted(
    APP.replace('      containers:', '      volumes: [{ name: tmp }]\n      containers:'),
  );
  expect(text).toContain("volumes: [Volume.emptyDir('tmp')]");
  expect(apps[0]?.patches).toEqual([]);
  expect(proof.unequal).toEqual([]);
});
