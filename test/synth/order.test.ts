import { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { App } from '../../lib';
import { Random } from '../fixtures/random';
import { plant, randomTree, type Tree } from '../fixtures/trees';

/** The objects of an app in their order, and its charts in theirs; or why there is none. */
function orderIn(app: Cdk8sApp, tree: Tree): string {
  try {
    plant(app, tree);
    // Before anything follows from what was said.
    const said = app.charts.map(({ node }) => node.path);
    const documents = loadAll(app.synthYaml()).filter((document) => document != null);
    const objects = (documents as { metadata: { name: string } }[]).map(({ metadata }) => metadata.name);
    return JSON.stringify({ said, objects, charts: app.charts.map(({ node }) => node.path) });
  } catch (error) {
    const [message = ''] = (error as Error).message.split('\n');
    return /cycle/.test(message) ? 'a circle' : message;
  }
}

test('the order of charts and objects is that of cdk8s, in trees of any shape', () => {
  const random = new Random(1);
  const outcomes = { ordered: 0, circles: 0 };
  for (let round = 0; round < 3000; round += 1) {
    const tree = randomTree(random);
    const ours = orderIn(new App(), tree);
    const theirs = orderIn(new Cdk8sApp(), tree);
    if (ours !== theirs) throw new Error(`${JSON.stringify(tree)}\nours:   ${ours}\ncdk8s': ${theirs}`);
    if (ours.startsWith('{')) outcomes.ordered += 1;
    if (ours === 'a circle') outcomes.circles += 1;
  }
  // The trees are worth comparing.
  expect(outcomes.ordered).toBeGreaterThan(1000);
  expect(outcomes.circles).toBeGreaterThan(200);
});

test('two layers of 200 objects, each of which depends on each of the other, are in order', () => {
  const app = new App();
  const chart = new Chart(app, 'layers');
  const layer = (name: string) =>
    Array.from({ length: 200 }, (_, index) => {
      const metadata = { name: `${name}-${index}` };
      return new ApiObject(chart, `${name}${index}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata });
    });
  const [upper, lower] = [layer('upper'), layer('lower')];
  for (const object of upper) object.addDependency(...lower);
  const names = loadAll(app.synthYaml()).map((document) => (document as ApiObject).metadata.name);
  expect(names).toHaveLength(400);
  expect(names.slice(0, 200).every((name) => name?.startsWith('lower'))).toBe(true);
});

test('an object that depends on itself is a fault: cdk8s loses it without a word', () => {
  const app = new App();
  const object = new ApiObject(new Chart(app, 'c'), 'o', { apiVersion: 'v1', kind: 'ConfigMap' });
  object.addDependency(object);
  expect(() => app.synthYaml()).toThrow('Dependency cycle detected: c/o => c/o');
});
