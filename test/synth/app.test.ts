import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ApiObject,
  type AppProps,
  App as Cdk8sApp,
  Chart,
  Helm,
  Include,
  JsonPatch,
  Lazy,
  YamlOutputType,
} from 'cdk8s';
import type { Construct } from 'constructs';
import { loadAll } from 'js-yaml';
import { App, AutoscaledMlApp } from '../../lib';
import { IMAGE } from '../manifests';
import { temporaryFolder } from '../temporary-folder';

let outdir: string;

beforeEach(() => {
  outdir = join(temporaryFolder(), 'dist');
  mkdirSync(outdir);
});

/** Every file of a folder, by name. */
function texts(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.filter((name) => name !== '.synthesized' && statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The objects of every YAML file of a folder, by file name. */
function contents(folder: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(texts(folder)).map(([name, text]) => [name, loadAll(text)]));
}

function configMap(scope: Construct, id: string, name = id): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
}

/** A chart that says itself what becomes of its objects. */
class Labelled extends Chart {
  public override toJson(): unknown[] {
    return super.toJson().map((object) => ({ ...object, data: { labelled: 'yes' } }));
  }
}

const FROM_HELM = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: from-helm\n---\n# nothing\n';
const INCLUDED = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: included\ntype: Opaque\n';

/** Stands in for helm, which cdk8s runs for the manifests of a Helm chart. */
function helmExecutable(): string {
  const path = join(temporaryFolder(), 'helm');
  writeFileSync(path, `#!/bin/sh\nprintf '${FROM_HELM.replaceAll('\n', '\\n')}'\n`, { mode: 0o755 });
  return path;
}

/** Charts with an order between them and between their objects, and all that cdk8s makes objects of. */
function populate(app: Cdk8sApp): void {
  const first = new Chart(app, 'first');
  new AutoscaledMlApp(first, 'sentiment', { image: IMAGE });
  const second = new Chart(app, 'second', { namespace: 'ml', labels: { team: 'search' } });
  const late = configMap(second, 'late');
  late.addDependency(configMap(second, 'early'));
  new AutoscaledMlApp(second, 'ranker', { image: IMAGE });
  const nested = new Chart(second, 'nested');
  configMap(nested, 'inner');
  first.addDependency(second);
  const other = new Chart(app, 'other');
  writeFileSync(join(outdir, '..', 'included.yaml'), INCLUDED);
  new Include(other, 'included', { url: join(outdir, '..', 'included.yaml') });
  new Helm(other, 'helm', { chart: 'chart', helmExecutable: helmExecutable() });
  const lazy = configMap(other, 'lazy');
  lazy.addJsonPatch(JsonPatch.add('/data', { patched: 'yes' }));
  const data = { late: Lazy.any({ produce: () => `of ${lazy.name}` }) };
  new ApiObject(other, 'data', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'data' }, data });
  configMap(new Labelled(app, 'labelled'), 'own');
  // A whole number that is too large to be one of a list, and text that cdk8s writes as YAML's own libraries do not.
  const text = { json: '{"a": "b"}', script: 'a:\n\tb\n', hex: '0x1F', quoted: `it's "so"` };
  const odd = configMap(new Chart(app, '202611011200'), 'odd');
  odd.addJsonPatch(JsonPatch.add('/data', text));
  const patched = configMap(other, 'patched');
  patched.addJsonPatch(JsonPatch.replace('/metadata/name', 'renamed'));
  other.node.addValidation({
    validate: () => {
      late.metadata.addLabel('validated', 'yes');
      return [];
    },
  });
}

describe.each([
  ['FILE_PER_APP', YamlOutputType.FILE_PER_APP],
  ['FILE_PER_CHART', YamlOutputType.FILE_PER_CHART],
  ['FILE_PER_RESOURCE', YamlOutputType.FILE_PER_RESOURCE],
  ['FOLDER_PER_CHART_FILE_PER_RESOURCE', YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE],
])('%s', (_name, yamlOutputType) => {
  test.each([
    ['as it is', {}],
    ['with another extension and construct metadata', { outputFileExtension: '.yaml', recordConstructMetadata: true }],
  ])('the files, their names and order are those of cdk8s, %s', (_what, props: AppProps) => {
    const theirs = temporaryFolder();
    for (const app of [
      new App({ ...props, yamlOutputType, outdir }),
      new Cdk8sApp({ ...props, yamlOutputType, outdir: theirs }),
    ]) {
      populate(app);
      app.synth();
    }
    expect(texts(outdir)).toEqual(texts(theirs));
    expect(Object.keys(contents(outdir)).length).toBeGreaterThan(0);
  });
});

test('every fault of every app is told at once, with the path of its construct, and nothing is written', () => {
  writeFileSync(join(outdir, 'before.yaml'), 'as it was');
  const app = new App({ outdir });
  new AutoscaledMlApp(new Chart(app, 'a'), 'sentiment', { image: 'x y', cpuRequest: '5 cores' });
  new AutoscaledMlApp(new Chart(app, 'b'), 'ranker', { image: IMAGE, minReplicas: 9 });

  let message = '';
  try {
    app.synth();
  } catch (error) {
    message = (error as Error).message;
  }

  expect(message).toMatchInlineSnapshot(`
"3 faults, nothing was written:
  [a/sentiment] Deployment sentiment: spec.template.spec.containers[0].resources.requests[cpu]: must be a Kubernetes quantity, got "5 cores"
    fix: write cores ('5', '0.5') or millicores ('500m') (quantity-format)
  [a/sentiment] Deployment sentiment: spec.template.spec.containers[0].image: must be the name of an image that a node can read, got "x y"
    fix: leave the blanks out (image-reference)
  [b/ranker] HorizontalPodAutoscaler ranker: spec.maxReplicas: must be at least minReplicas (9), got 5
    fix: raise maxReplicas or lower minReplicas (replica-range)"
`);
  expect(readdirSync(outdir)).toEqual(['before.yaml']);
});

test('two objects of one name, in two charts, are a fault', () => {
  const app = new App({ outdir });
  for (const id of ['a', 'b']) configMap(new Chart(app, id), 'settings');
  expect(() => app.synth()).toThrow(/\[b\/settings\] ConfigMap settings: metadata.name: must be the only ConfigMap/);
});

test('a patch can make and unmake a duplicate', () => {
  const app = new App({ outdir });
  const [a, b, c] = ['a', 'b', 'c'].map((id) => configMap(new Chart(app, id), id === 'c' ? 'a' : id));
  c?.addJsonPatch(JsonPatch.add('/metadata/namespace', 'elsewhere'));
  app.synth();
  b?.addJsonPatch(JsonPatch.replace('/metadata/name', a?.name));
  expect(() => app.synth()).toThrow(/\[b\/b\] ConfigMap a: metadata\.name: must be the only ConfigMap/);
});

test('synthYaml is checked and written as safely as synth', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  new AutoscaledMlApp(chart, 'model', { image: IMAGE, env: { MODE: '0o17' } });
  expect(app.synthYaml()).toContain('value: "0o17"');
  new AutoscaledMlApp(chart, 'faulty', { image: IMAGE, maxReplicas: 0 });
  expect(() => app.synthYaml()).toThrow(/spec\.maxReplicas/);
});

test('the same name in two namespaces is none', () => {
  const app = new App({ outdir });
  for (const id of ['a', 'b']) configMap(new Chart(app, id, { namespace: id }), 'settings');
  app.synth();
  expect(Object.keys(contents(outdir))).toEqual(['a.k8s.yaml', 'b.k8s.yaml']);
});

test('two objects that would go into one file are a fault: cdk8s writes one and loses the other', () => {
  const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  for (const id of ['a', 'b']) configMap(new Chart(app, id, { namespace: id }), 'settings');
  expect(() => app.synth()).toThrow(/ConfigMap\.settings\.k8s\.yaml would be written twice/);
  expect(readdirSync(outdir)).toEqual([]);
});

test('an emptied and a renamed chart leave no file behind', () => {
  const synth = (charts: Record<string, string[]>) => {
    const app = new App({ outdir });
    for (const [id, names] of Object.entries(charts)) {
      const chart = new Chart(app, id);
      for (const name of names) configMap(chart, name);
    }
    app.synth();
    return Object.keys(contents(outdir));
  };
  expect(synth({ a: ['one'], b: ['two'] })).toEqual(['a.k8s.yaml', 'b.k8s.yaml']);
  expect(synth({ a: [], b: ['two'] })).toEqual(['b.k8s.yaml']);
  expect(synth({ renamed: ['two'] })).toEqual(['renamed.k8s.yaml']);
  expect(synth({})).toEqual([]);
});

test.each([
  ['a dictionary and nothing', (objects: unknown[]) => ({ ...[undefined, ...objects] })],
  ['none of its own objects', () => [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other' } }]],
])('a chart that makes its own manifests is asked, and nobody else: %s', (_what, make) => {
  class Own extends Chart {
    public override toJson(): unknown[] {
      return make(_what.startsWith('none') ? [] : super.toJson()) as unknown[];
    }
  }
  const theirs = temporaryFolder();
  const synth = (app: Cdk8sApp) => {
    const chart = new Own(app, 'own');
    const object = configMap(chart, 'one');
    if (_what.startsWith('none')) object.addJsonPatch(JsonPatch.remove('/nowhere'));
    app.synth();
  };
  synth(new App({ outdir }));
  synth(new Cdk8sApp({ outdir: theirs }));
  // cdk8s writes a document of nothing.
  const said = Object.entries(contents(theirs)).map(([name, all]) => [name, (all as unknown[]).filter(Boolean)]);
  expect(contents(outdir)).toEqual(Object.fromEntries(said));
});

test.each([
  ['text', ['str'], /\[c\] toJson\(\) of the chart failed: it must give objects, got "str"/],
  [
    'a function',
    [{ apiVersion: 'a/v1', kind: 'K', spec: { x: [() => 1] } }],
    /spec\.x\[0\] must be text, .*got a function/,
  ],
])('a chart that makes %s is told so, and nothing is written', (_what, manifests, message) => {
  const app = new App({ outdir });
  new Chart(app, 'c').toJson = () => manifests;
  expect(() => app.synth()).toThrow(message);
  expect(texts(outdir)).toEqual({});
});

test('a number of any size is told where it stands: no YAML says it', () => {
  const app = new App({ outdir });
  new ApiObject(new Chart(app, 'c'), 'o', { apiVersion: 'a/v1', kind: 'K', spec: { count: 10n } });
  expect(() => app.synth()).toThrow(/\[c\/o\] spec\.count must be text, .*got a bigint/);
});

test('a subclass says which charts there are, as in cdk8s', () => {
  class Chosen extends App {
    public override get charts(): Chart[] {
      return super.charts.filter(({ node }) => node.id !== 'skipped');
    }
  }
  const app = new Chosen({ outdir });
  for (const id of ['kept', 'skipped']) configMap(new Chart(app, id), id);
  app.synth();
  expect(Object.keys(texts(outdir))).toEqual(['kept.k8s.yaml']);
});

test('validations of other constructs count as in cdk8s', () => {
  const app = new App({ outdir });
  const chart = new Chart(app, 'chart');
  chart.node.addValidation({ validate: () => ['no luck'] });
  expect(() => app.synth()).toThrow(/\[chart\] no luck/);
});
