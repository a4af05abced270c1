import { Duration } from 'cdk8s';
import { Accelerator, ClaimAccessMode, EnvValue, ModelSource, Probe, Volume } from '../../lib';
import { render } from '../manifests';

const podOf = (props: Parameters<typeof render>[0]) => render(props).Deployment.spec.template.spec;
const containerOf = (props: Parameters<typeof render>[0]) => podOf(props).containers[0];

test('without any, nothing is added', () => {
  expect(Object.keys(podOf({}))).toEqual(['containers']);
  expect(Object.keys(containerOf({}))).toEqual(['image', 'name', 'ports', 'resources']);
});

describe('accelerator', () => {
  test.each([
    [Accelerator.nvidiaGpu(2), 'nvidia.com/gpu', '2'],
    [Accelerator.nvidiaMig('1g.5gb', 1), 'nvidia.com/mig-1g.5gb', '1'],
    [Accelerator.amdGpu(1), 'amd.com/gpu', '1'],
    [Accelerator.intelGpu(1), 'gpu.intel.com/i915', '1'],
    [Accelerator.of('aws.amazon.com/neuron', 4), 'aws.amazon.com/neuron', '4'],
  ])('request, limit and toleration: %#', (accelerator, name, count) => {
    const pod = podOf({ accelerator });
    expect(pod.containers[0].resources).toEqual({
      requests: { cpu: '5', memory: '5Gi', [name]: count },
      limits: { cpu: '8', memory: '8Gi', [name]: count },
    });
    expect(pod.tolerations[0]).toEqual({ key: name, operator: 'Exists', effect: 'NoSchedule' });
    expect(pod).not.toHaveProperty('nodeSelector');
  });

  test('a slice goes to nodes that are tainted as nodes with GPUs', () => {
    const { tolerations } = podOf({ accelerator: Accelerator.nvidiaMig('1g.5gb', 1) });
    expect(tolerations.map(({ key }: { key: string }) => key)).toEqual(['nvidia.com/mig-1g.5gb', 'nvidia.com/gpu']);
  });

  test('its node selector and toleration go with those of the pod', () => {
    const pod = podOf({
      accelerator: Accelerator.googleTpu(8, { 'cloud.google.com/gke-tpu-topology': '2x4', pool: 'tpu' }),
      pod: { nodeSelector: { pool: 'mine' }, tolerations: [{ key: 'mine', operator: 'Exists' }] },
    });
    expect(pod.nodeSelector).toEqual({ 'cloud.google.com/gke-tpu-topology': '2x4', pool: 'tpu' });
    expect(pod.tolerations.map(({ key }: { key: string }) => key)).toEqual(['mine', 'google.com/tpu']);
  });
});

describe('model', () => {
  test('in the image: nothing to do', () => {
    expect(podOf({ model: ModelSource.inImage() })).not.toHaveProperty('volumes');
  });

  test('a claim is mounted read-only, for many readers', () => {
    const pod = podOf({ model: ModelSource.persistentVolumeClaim('weights') });
    expect(pod.volumes).toEqual([{ name: 'model', persistentVolumeClaim: { claimName: 'weights', readOnly: true } }]);
    expect(pod.containers[0].volumeMounts).toEqual([{ name: 'model', mountPath: '/models', readOnly: true }]);
  });

  test('a fetch writes where the server reads', () => {
    const pod = podOf({
      modelPath: '/srv/model',
      model: ModelSource.fetch({
        image: 'fetch:1',
        command: ['fetch', '/srv/model'],
        env: { TOKEN: EnvValue.secretKey('hub', 'token') },
        sizeLimit: '50Gi',
      }),
    });
    expect(pod.volumes).toEqual([{ name: 'model', emptyDir: { sizeLimit: '50Gi' } }]);
    expect(pod.initContainers).toEqual([
      {
        name: 'fetch-model',
        image: 'fetch:1',
        command: ['fetch', '/srv/model'],
        env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'hub', key: 'token' } } }],
        volumeMounts: [{ name: 'model', mountPath: '/srv/model' }],
      },
    ]);
    expect(pod.containers[0].volumeMounts).toEqual([{ name: 'model', mountPath: '/srv/model', readOnly: true }]);
  });

  test('a new claim is made, shared by all pods, and can be written to', () => {
    const objects = render({ model: ModelSource.newPersistentVolumeClaim({ size: '100Gi' }), labels: { team: 'ml' } });
    expect(objects.PersistentVolumeClaim).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'my-model-model', labels: { team: 'ml' } },
      spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '100Gi' } } },
    });
    const pod = objects.Deployment.spec.template.spec;
    expect(pod.volumes).toEqual([{ name: 'model', persistentVolumeClaim: { claimName: 'my-model-model' } }]);
    expect(pod.containers[0].volumeMounts).toEqual([{ name: 'model', mountPath: '/models' }]);
  });

  test('a new claim says its own name, class and mode', () => {
    const claim = {
      name: 'weights',
      size: '1Ti',
      storageClassName: 'fast',
      accessMode: ClaimAccessMode.READ_WRITE_ONCE,
    };
    const objects = render({ model: ModelSource.newPersistentVolumeClaim(claim), maxReplicas: 1 });
    expect(objects.PersistentVolumeClaim).toMatchObject({
      metadata: { name: 'weights' },
      spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast' },
    });
    expect(objects.Deployment.spec.template.spec.volumes[0].persistentVolumeClaim.claimName).toBe('weights');
  });

  test('an OCI image', () => {
    const pod = podOf({ model: ModelSource.ociImage('registry.example.com/weights:1') });
    expect(pod.volumes).toEqual([{ name: 'model', image: { reference: 'registry.example.com/weights:1' } }]);
  });

  test('a cache can be written to', () => {
    const pod = podOf({ model: ModelSource.cache('2Gi', true) });
    expect(pod.volumes).toEqual([{ name: 'model', emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } }]);
    expect(pod.containers[0].volumeMounts).toEqual([{ name: 'model', mountPath: '/models' }]);
  });
});

test('shared memory stands beside the volumes of the pod', () => {
  const pod = podOf({
    sharedMemory: '2Gi',
    volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
    pod: { volumes: [Volume.emptyDir('cache')] },
  });
  expect(pod.volumes).toEqual([
    { name: 'cache', emptyDir: {} },
    { name: 'shared-memory', emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } },
  ]);
  expect(pod.containers[0].volumeMounts).toEqual([
    { name: 'cache', mountPath: '/cache' },
    { name: 'shared-memory', mountPath: '/dev/shm' },
  ]);
});

describe('startup budget', () => {
  const budget = (props: Parameters<typeof render>[0]) => {
    const { spec } = render(props).Deployment;
    return { probe: spec.template.spec.containers[0].startupProbe, deadline: spec.progressDeadlineSeconds };
  };

  test('asks what the readiness probe asks, every 5 seconds, once more than it takes', () => {
    const readinessProbe = Probe.httpGet('/healthz', { timeout: Duration.seconds(2), period: Duration.seconds(30) });
    expect(budget({ readinessProbe, startupBudget: Duration.minutes(5) })).toEqual({
      probe: { httpGet: { path: '/healthz', port: 5000 }, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 61 },
      deadline: undefined,
    });
  });

  test('without a probe it asks whether the port takes connections', () => {
    expect(budget({ startupBudget: Duration.seconds(31) }).probe).toEqual({
      tcpSocket: { port: 5000 },
      periodSeconds: 5,
      failureThreshold: 8,
    });
  });

  test('a startup probe keeps its question, period and delay, and gets the budget', () => {
    const startupProbe = Probe.exec(['loaded'], { period: Duration.seconds(10), initialDelay: Duration.seconds(20) });
    expect(budget({ startupProbe, startupBudget: Duration.seconds(120) }).probe).toEqual({
      exec: { command: ['loaded'] },
      initialDelaySeconds: 20,
      periodSeconds: 10,
      failureThreshold: 11,
    });
  });

  test('the progress deadline is longer than a long budget, and a longer one of the user stays', () => {
    expect(budget({ startupBudget: Duration.minutes(30) }).deadline).toBe(2100);
    const deployment = { progressDeadline: Duration.hours(2) };
    expect(budget({ startupBudget: Duration.minutes(30), deployment }).deadline).toBe(7200);
  });
});

describe('drain', () => {
  test('waits before the end, and has 30 seconds more to end in', () => {
    const pod = podOf({ drain: Duration.seconds(20) });
    expect(pod.containers[0].lifecycle).toEqual({ preStop: { exec: { command: ['sleep', '20'] } } });
    expect(pod.terminationGracePeriodSeconds).toBe(50);
  });

  test('a grace period of the user stays', () => {
    const pod = podOf({ drain: Duration.seconds(20), pod: { terminationGracePeriod: Duration.minutes(5) } });
    expect(pod.terminationGracePeriodSeconds).toBe(300);
  });
});

test('spread leaves to the pod what it says of zones or nodes itself', () => {
  const own = { maxSkew: 3, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' };
  const { topologySpreadConstraints } = podOf({ spread: true, pod: { topologySpreadConstraints: [own] } });
  const keys = topologySpreadConstraints.map(({ topologyKey }: { topologyKey: string }) => topologyKey);
  expect(keys).toEqual(['kubernetes.io/hostname', 'topology.kubernetes.io/zone']);
});

test('spread prefers zones and nodes apart, and never keeps a pod waiting', () => {
  expect(podOf({ spread: true }).topologySpreadConstraints).toEqual(
    ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { app: 'my-model' } },
    })),
  );
});

const DIGEST = `sha256:${'0a'.repeat(32)}`;

describe('image registry', () => {
  test.each([
    ['sentiment:1', 'registry.example.com/ml/sentiment:1'],
    ['team/sentiment:1', 'registry.example.com/ml/team/sentiment:1'],
    ['node1:5000/sentiment:1', 'node1:5000/sentiment:1'],
    ['ghcr.io/team/sentiment:1', 'ghcr.io/team/sentiment:1'],
    ['localhost/sentiment:1', 'localhost/sentiment:1'],
    [`sentiment@${DIGEST}`, `registry.example.com/ml/sentiment@${DIGEST}`],
  ])('%s becomes %s', (image, complete) => {
    expect(containerOf({ image, imageRegistry: 'registry.example.com/ml/' }).image).toBe(complete);
  });

  test('stands before every image of the pod, the one that fetches the model included', () => {
    const pod = podOf({
      image: 'a:1',
      imageRegistry: 'r.example.com',
      model: ModelSource.fetch({ image: 'b:1', command: ['fetch'] }),
      pod: { containers: [{ name: 'c', image: 'c:1' }], initContainers: [{ name: 'd', image: 'd:1' }] },
    });
    const images = [...pod.containers, ...pod.initContainers].map(({ image }: { image: string }) => image);
    expect(images).toEqual(['a:1', 'c:1', 'd:1', 'b:1'].map((image) => `r.example.com/${image}`));
  });
});

describe('resources', () => {
  test('an app may have none', () => {
    expect(containerOf({ defaultResources: false })).not.toHaveProperty('resources');
    expect(containerOf({ defaultResources: false, cpuRequest: '1' }).resources).toEqual({
      requests: { cpu: '1' },
    });
  });

  test('of the pod as a whole take the place of the default of the container', () => {
    const pod = podOf({ pod: { cpuRequest: '6', cpuLimit: '8' } });
    expect(pod.resources).toEqual({ requests: { cpu: '6' }, limits: { cpu: '8' } });
    expect(pod.containers[0].resources).toEqual({ requests: { memory: '5Gi' }, limits: { memory: '8Gi' } });
  });

  test('of the pod as a whole are looked at by the gate', () => {
    expect(() => podOf({ pod: { cpuRequest: '9', cpuLimit: '8' } })).toThrow(
      'spec.template.spec.resources.requests[cpu]: must be at most the cpu limit (8), got "9"',
    );
  });
});
