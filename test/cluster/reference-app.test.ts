import { join } from 'node:path';
import type { Cluster } from './cluster';
import { clusters } from './clusters';
import { withoutServerFields } from './stored';

const ROOT = join(__dirname, '..', '..');
const DIST = join(ROOT, 'dist');
const REFERENCE = join(__dirname, 'reference-manifest.yaml');
const NAMESPACE = 'default';
const KINDS = 'deployment,service,horizontalpodautoscaler';

jest.setTimeout(180_000);

describe.each(clusters())('on Kubernetes %s', (_version, cluster) => {
  afterEach(async () => {
    await cluster.setLoad(NAMESPACE, 0);
    await cluster.delete(DIST, '--ignore-not-found');
    await cluster.waitFor('no pod', async () => (await cluster.list('pods', NAMESPACE)).length === 0);
  });

  test('dist is stored as the reference manifest is', async () => {
    await cluster.apply(REFERENCE);
    const expected = await storedApp(cluster);
    await cluster.delete(REFERENCE);

    await cluster.apply(DIST);

    expect(await storedApp(cluster)).toEqual(expected);
    expect(expected).toHaveLength(3);
  });

  test('a load takes it from 1 to 5 and silence back to 1; neither a diff nor an apply meanwhile disturbs it', async () => {
    await cluster.apply(DIST);
    expect(await cluster.diff(DIST)).toBe('');
    await podsAreReady(cluster, 1);

    // Read before the load is there: on a busy machine the autoscaler is faster than the first look.
    expect(await replicas(cluster)()).toBe(1);
    await cluster.setLoad(NAMESPACE, 20);
    await cluster.watch(replicas(cluster), (count) => count === 5);
    await podsAreReady(cluster, 5);

    expect(await cluster.diff(DIST)).toBe('');
    expect(await cluster.apply(DIST)).not.toMatch(/configured/);
    expect(await replicas(cluster)()).toBe(5);

    await cluster.setLoad(NAMESPACE, 0);
    const down = await cluster.watch(replicas(cluster), (count) => count === 1, 90);
    expect(down[0]).toBe(5);
  });

  test('kubectl delete -f dist leaves nothing', async () => {
    await cluster.apply(DIST);
    await podsAreReady(cluster, 1);

    await cluster.delete(DIST);

    await cluster.waitFor('no pod', async () => (await cluster.list('pods', NAMESPACE)).length === 0);
    const left = (await cluster.list(`${KINDS},replicasets`, NAMESPACE)).map(({ metadata }) => metadata.name);
    expect(left).toEqual(['kubernetes']);
  });

  test('with replicas: 1 in the manifest an apply under load falls from 5 to 1', async () => {
    await cluster.apply(REFERENCE);
    await podsAreReady(cluster, 1);
    await cluster.setLoad(NAMESPACE, 20);
    await podsAreReady(cluster, 5);

    expect(await cluster.diff(REFERENCE)).toContain('-  replicas: 5\n+  replicas: 1');
    const generation = (await deployment(cluster)).metadata.generation;
    await cluster.apply(REFERENCE);

    // The autoscaler takes it up again within a second; the pods of then are gone all the same.
    await cluster.waitFor('the fall', async () => {
      const events = await cluster.list('events', NAMESPACE);
      return events.some(({ message = '' }) => /Scaled down replica set .* to 1( from 5)?$/.test(message));
    });
    expect((await deployment(cluster)).metadata.generation).toBeGreaterThan(generation);
  });
});

async function storedApp(cluster: Cluster) {
  const objects = await cluster.list(KINDS, NAMESPACE);
  return objects.filter(({ metadata }) => metadata.name !== 'kubernetes').map(withoutServerFields);
}

function deployment(cluster: Cluster) {
  return cluster.get('deployment', 'ml-app-hpa', NAMESPACE);
}

function replicas(cluster: Cluster): () => Promise<number> {
  return async () => (await deployment(cluster)).spec.replicas;
}

async function podsAreReady(cluster: Cluster, count: number): Promise<void> {
  await cluster.waitFor(`${count} ready pods`, async () => (await deployment(cluster)).status.readyReplicas === count);
}
