import { EXAMPLES, runExample } from '../fixtures/examples';
import { clusters } from './clusters';

jest.setTimeout(120_000);

const examples = EXAMPLES.map((name) => [name, runExample(name).objects] as const);
const namespaces = [
  ...new Set(examples.flatMap(([, objects]) => objects.flatMap(({ metadata }) => metadata.namespace ?? []))),
].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));

describe.each(clusters())('Kubernetes %s', (_version, cluster) => {
  beforeAll(async () => {
    await cluster.apply(namespaces);
    await cluster.waitFor('the custom resources', async () => {
      const { code } = await cluster.tryKubectl(['get', 'scaledobjects,podmonitors,servicemonitors', '-A']);
      return code === 0;
    });
  });
  afterAll(() => cluster.delete(namespaces));

  test.each(examples)('takes all of %s', async (_name, objects) => {
    const { code, stderr } = await cluster.tryApply(objects, '--dry-run=server');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
