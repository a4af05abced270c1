// One run of one way to write many apps, a chart each, of a Deployment, a Service and an autoscaler: prints what it took.
// node bench/scale/work.mjs KIND APPS FOLDER [IMAGE], where IMAGE is that of the last app
import { subscribe } from 'node:diagnostics_channel';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const [kind, count, folder, lastImage = 'registry.example.com/model:1.0.0'] = process.argv.slice(2);
const apps = Number(count);

function objectsOf(name) {
  const labels = { app: name };
  const container = {
    name: 'app',
    image: name === names.at(-1) ? lastImage : 'registry.example.com/model:1.0.0',
    ports: [{ containerPort: 8080 }],
    resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '1Gi' } },
    readinessProbe: { httpGet: { path: '/healthz', port: 8080 } },
  };
  const utilization = { type: 'Utilization', averageUtilization: 70 };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [container] } },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: 1,
        maxReplicas: 5,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target: utilization } }],
      },
    },
  ];
}

const names = Array.from({ length: apps }, (_, index) => `app-${index}`);

/** What a program does that need not look at one object before it writes another. */
function writePlain(toText) {
  mkdirSync(folder, { recursive: true });
  for (const name of names) writeFileSync(join(folder, `${name}.yaml`), toText(objectsOf(name)));
}

/** What a program does that must: all objects are there before the first is written. */
function writeHeld(toText) {
  mkdirSync(folder, { recursive: true });
  const all = names.map((name) => [name, objectsOf(name)]);
  for (const [name, objects] of all) writeFileSync(join(folder, `${name}.yaml`), toText(objects));
}

/** The constructs alone. */
function tree(App) {
  const { ApiObject, Chart } = require('cdk8s');
  const app = new App({ outdir: folder });
  for (const name of names) {
    const chart = new Chart(app, name);
    objectsOf(name).forEach((object, index) => {
      new ApiObject(chart, `object-${index}`, object);
    });
  }
  return app;
}

/** Layers of objects, each of which depends on all of the layer before. */
function layers(App, count, width) {
  const { ApiObject, Chart } = require('cdk8s');
  const app = new App({ outdir: folder });
  const chart = new Chart(app, 'layers');
  let before = [];
  for (let layer = 0; layer < count; layer += 1) {
    const objects = Array.from({ length: width }, (_, side) => {
      const metadata = { name: `object-${layer}-${side}` };
      return new ApiObject(chart, metadata.name, { apiVersion: 'v1', kind: 'ConfigMap', metadata });
    });
    for (const object of objects) object.addDependency(...before);
    before = objects;
  }
  app.synth();
}

function ungated() {
  require('../../build/lib/synth/gate').findingsIn = () => [];
  return require('../../build/lib').App;
}

const KINDS = {
  floor: () => writePlain((objects) => JSON.stringify(objects)),
  plain: () => writePlain(require('../../build/lib/synth/emit').toYaml),
  held: () => writeHeld(require('../../build/lib/synth/emit').toYaml),
  tree: () => tree(require('cdk8s').App),
  ungated: () => tree(ungated()).synth(),
  App: () => tree(require('../../build/lib').App).synth(),
  cdk8s: () => tree(require('cdk8s').App).synth(),
  deep: () => layers(require('../../build/lib').App, apps, 2),
  wide: () => layers(require('../../build/lib').App, 2, apps),
};

let written = apps;
subscribe('cdk8s-autoscaled-ml-app:synth', (report) => {
  written = report.written.length;
});
// Loaded before: the scale is what is measured here.
require('../../build/lib');
const start = performance.now();
KINDS[kind]();
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, written, peakKilobytes: process.resourceUsage().maxRSS }));
