import { Duration } from 'cdk8s';
import { Accelerator, type AutoscaledMlAppProps, LifecycleHook, ModelSource } from '../../lib';
import { CUSTOM_RESOURCES, EVERYTHING } from '../fixtures/everything';
import { build, render, unchecked } from '../manifests';
import { clusters } from './clusters';

const NAMESPACE = 'props';
jest.setTimeout(60_000);

describe.each(clusters())('Kubernetes %s', (version, cluster) => {
  beforeAll(() => cluster.createNamespace(NAMESPACE));
  afterAll(() => cluster.deleteNamespace(NAMESPACE));

  test('stores every prop as it was asked', async () => {
    const objects = unchecked(build(EVERYTHING));
    await cluster.apply(objects);

    for (const { kind, metadata, spec } of objects) {
      const stored = await cluster.get(kind, metadata.name, NAMESPACE);
      expect(stored).toMatchObject(kind === 'HorizontalPodAutoscaler' ? { metadata } : { metadata, spec });
    }
    const autoscaler = await cluster.get('hpa.v2.autoscaling', 'an-autoscaler', NAMESPACE);
    const { metrics, ...spec } = render(EVERYTHING).HorizontalPodAutoscaler.spec;
    expect(autoscaler.spec).toMatchObject(spec);
    expect(autoscaler.spec.metrics).toEqual(expect.arrayContaining(metrics));
    expect(await cluster.diff(objects)).toBe('');
  });

  test('stores the custom resources as they were asked', async () => {
    const objects = unchecked(build(CUSTOM_RESOURCES, 'custom')).filter(({ apiVersion }) =>
      /keda|gateway|monitoring/.test(apiVersion),
    );
    expect(objects.map(({ kind }) => kind)).toEqual(['ScaledObject', 'HTTPRoute', 'PodMonitor']);
    await cluster.waitFor('the custom resources', async () => {
      const { code } = await cluster.tryApply(objects, '-n', NAMESPACE, '--dry-run=server');
      return code === 0;
    });
    await cluster.apply(objects, '-n', NAMESPACE);
    for (const { kind, metadata, spec } of objects) {
      expect((await cluster.get(kind, metadata.name, NAMESPACE)).spec).toMatchObject(spec);
    }
  });

  test('stores a sidecar and a sleep where it has them, and refuses them where they would be dropped', async () => {
    const { Deployment } = render({
      preStop: LifecycleHook.sleep(Duration.seconds(5)),
      pod: { initContainers: [{ name: 'proxy', image: 'envoy:1', sidecar: true }] },
    });
    const { code, stderr } = await cluster.tryApply([Deployment], '-n', NAMESPACE);
    if (version.startsWith('1.27.')) {
      expect(code).toBe(1);
      expect(stderr).toMatch(/unknown field ".*sleep"/);
      return;
    }
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const stored = await cluster.get('deployment', 'my-model', NAMESPACE);
    expect(stored.spec).toMatchObject(Deployment.spec);
  });

  test.each<[string, Partial<AutoscaledMlAppProps>]>([
    [
      'a claim and GPUs',
      { model: ModelSource.persistentVolumeClaim('weights'), accelerator: Accelerator.nvidiaGpu(1) },
    ],
    [
      'a fetch, shared memory, time and spread',
      {
        model: ModelSource.fetch({ image: 'fetch:1', command: ['fetch'], sizeLimit: '9Gi' }),
        sharedMemory: '1Gi',
        startupBudget: Duration.minutes(20),
        drain: Duration.seconds(20),
        spread: true,
      },
    ],
    [
      'a cache in memory and slices',
      { model: ModelSource.cache('1Gi', true), accelerator: Accelerator.nvidiaMig('1g.5gb', 1) },
    ],
  ])('stores a convenience as it was asked: %s', async (_what, props) => {
    const { Deployment } = render(props, 'convenient');
    await cluster.apply([Deployment], '-n', NAMESPACE);
    expect((await cluster.get('deployment', 'convenient', NAMESPACE)).spec).toMatchObject(Deployment.spec);
    await cluster.delete([Deployment], '-n', NAMESPACE);
  });

  test('stores an OCI image volume where it has one, and refuses it where it would be dropped', async () => {
    const { Deployment } = render({ model: ModelSource.ociImage('weights:1') }, 'oci');
    const { code, stderr } = await cluster.tryApply([Deployment], '-n', NAMESPACE);
    if (version.startsWith('1.27.')) {
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/unknown field ".*image"/) });
      return;
    }
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((await cluster.get('deployment', 'oci', NAMESPACE)).spec).toMatchObject(Deployment.spec);
  });

  test('takes a tolerance where it has one, and refuses it where it would be dropped', async () => {
    const { HorizontalPodAutoscaler } = render({ behavior: { scaleUp: { tolerance: '50m' } } });
    const { code, stderr } = await cluster.tryApply([HorizontalPodAutoscaler], '-n', NAMESPACE);
    if (version.startsWith('1.27.')) {
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/unknown field "(.*\.)?tolerance"/),
      });
      return;
    }
    expect(code).toBe(0);
    const stored = await cluster.get('hpa', 'my-model', NAMESPACE);
    expect(stored.spec.behavior.scaleUp.tolerance).toBe('50m');
  });
});
