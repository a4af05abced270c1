import { App, Chart, Duration, JsonPatch, Testing } from 'cdk8s';
import { ConfigMap, PersistentVolumeClaim, Secret, ServiceAccount } from 'cdk8s-plus-27';
import {
  AutoscaledMlApp,
  DeploymentStrategy,
  DisruptionBudget,
  EnvFrom,
  EnvValue,
  ImagePullPolicy,
  KedaTrigger,
  Probe,
  Protocol,
  ScalingMetric,
  ServiceType,
  ServingMetric,
  Volume,
} from '../lib';
import type { StoredObject } from './cluster/cluster';
import { CUSTOM_RESOURCES, EVERYTHING } from './fixtures/everything';
import { build, byKind, emptyChart, IMAGE, render } from './manifests';

const podOf = (objects: ReturnType<typeof render>) => objects.Deployment.spec.template;
const containerOf = (objects: ReturnType<typeof render>) => podOf(objects).spec.containers[0];

describe('with nothing but an image', () => {
  test('the whole YAML', () => {
    expect(Testing.synth(Chart.of(build()))).toMatchSnapshot();
  });

  test('it has the sizing of the reference app', () => {
    const objects = render();
    expect(containerOf(objects).resources).toEqual({
      requests: { cpu: '5', memory: '5Gi' },
      limits: { cpu: '8', memory: '8Gi' },
    });
    expect(objects.HorizontalPodAutoscaler.spec).toMatchObject({
      minReplicas: 1,
      maxReplicas: 5,
      targetCPUUtilizationPercentage: 40,
    });
    expect(objects.Service.spec.ports).toEqual([{ port: 6000, targetPort: 5000 }]);
  });

  test('it says nothing that Kubernetes decides better', () => {
    const objects = render();
    expect(objects.Deployment.spec).not.toHaveProperty('replicas');
    expect(objects.HorizontalPodAutoscaler.spec).not.toHaveProperty('behavior');
    expect(objects.Service.spec).not.toHaveProperty('type');
    expect(containerOf(objects)).not.toHaveProperty('imagePullPolicy');
  });
});

describe('names and labels', () => {
  test('all objects, the container and the app label take the id of the construct', () => {
    const objects = render({}, 'sentiment');
    for (const object of Object.values(objects)) expect(object.metadata).toEqual({ name: 'sentiment' });
    expect(containerOf(objects).name).toBe('sentiment');
    expect(objects.Deployment.spec.selector).toEqual({ matchLabels: { app: 'sentiment' } });
    expect(objects.Service.spec.selector).toEqual({ app: 'sentiment' });
    expect(objects.HorizontalPodAutoscaler.spec.scaleTargetRef.name).toBe('sentiment');
  });

  test('name replaces the id everywhere', () => {
    const objects = render({ name: 'ranker' }, 'some-id');
    for (const object of Object.values(objects)) expect(object.metadata.name).toBe('ranker');
    expect(podOf(objects).metadata.labels).toEqual({ app: 'ranker' });
  });

  test('each object can have a name of its own, and the autoscaler follows the Deployment', () => {
    const objects = render({
      deployment: { name: 'a-deployment' },
      autoscaler: { name: 'an-autoscaler' },
      service: { name: 'a-service' },
      containerName: 'server',
    });
    expect(Object.values(objects).map(({ metadata }) => metadata.name)).toEqual([
      'a-deployment',
      'a-service',
      'an-autoscaler',
    ]);
    expect(objects.HorizontalPodAutoscaler.spec.scaleTargetRef.name).toBe('a-deployment');
    expect(containerOf(objects).name).toBe('server');
  });

  test('labels go to every object and to the pods; those of one object stay there', () => {
    const objects = render({
      labels: { team: 'search', tier: 'ml' },
      deployment: { labels: { tier: 'own' } },
      pod: { labels: { version: '7' }, annotations: { 'prometheus.io/scrape': 'true' } },
    });
    expect(objects.Deployment.metadata.labels).toEqual({ team: 'search', tier: 'own' });
    expect(objects.Service.metadata.labels).toEqual({ team: 'search', tier: 'ml' });
    expect(objects.HorizontalPodAutoscaler.metadata.labels).toEqual({ team: 'search', tier: 'ml' });
    expect(podOf(objects).metadata).toEqual({
      labels: { app: 'my-model', team: 'search', tier: 'ml', version: '7' },
      annotations: { 'prometheus.io/scrape': 'true' },
    });
  });

  test('labels never end up in the selector, which cannot be changed later', () => {
    const objects = render({ labels: { team: 'search' } });
    expect(objects.Deployment.spec.selector).toEqual({ matchLabels: { app: 'my-model' } });
    expect(objects.Service.spec.selector).toEqual({ app: 'my-model' });
  });

  test('annotations go to every object but not to the pods, which they would replace', () => {
    const objects = render({ annotations: { owner: 'ml' }, service: { annotations: { lb: 'internal' } } });
    expect(objects.Deployment.metadata.annotations).toEqual({ owner: 'ml' });
    expect(objects.Service.metadata.annotations).toEqual({ owner: 'ml', lb: 'internal' });
    expect(podOf(objects).metadata).not.toHaveProperty('annotations');
  });

  test('a selector of its own is exact, and the pods carry it', () => {
    const selector = { 'app.kubernetes.io/name': 'm', component: 'server' };
    const objects = render({ selector });
    expect(objects.Deployment.spec.selector).toEqual({ matchLabels: selector });
    expect(objects.Service.spec.selector).toEqual(selector);
    expect(podOf(objects).metadata.labels).toEqual(selector);
  });

  test('the namespace is the one of the chart unless the app has its own', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'of-the-chart' });
    new AutoscaledMlApp(chart, 'a', { image: IMAGE });
    new AutoscaledMlApp(chart, 'b', { image: IMAGE, namespace: 'of-the-app' });
    const namespaces = chart.toJson().map(({ metadata }) => `${metadata.name}: ${metadata.namespace}`);
    expect(new Set(namespaces)).toEqual(new Set(['a: of-the-chart', 'b: of-the-app']));
  });
});

test('two apps stand in one chart', () => {
  const chart = emptyChart();
  new AutoscaledMlApp(chart, 'sentiment', { image: IMAGE });
  new AutoscaledMlApp(chart, 'ranker', { image: IMAGE });
  const names = chart.toJson().map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(names).toHaveLength(6);
  expect(new Set(names).size).toBe(6);
});

describe('the container', () => {
  test('takes what is said of it', () => {
    const objects = render({
      imagePullPolicy: ImagePullPolicy.ALWAYS,
      ports: [
        { containerPort: 8080, name: 'http' },
        { containerPort: 9090, name: 'metrics', protocol: Protocol.TCP },
      ],
      env: { MODEL: 'bert', EMPTY: '', WORKERS: '0o17' },
    });
    expect(containerOf(objects)).toMatchObject({
      imagePullPolicy: 'Always',
      ports: [
        { containerPort: 8080, name: 'http' },
        { containerPort: 9090, name: 'metrics', protocol: 'TCP' },
      ],
      env: [
        { name: 'MODEL', value: 'bert' },
        { name: 'EMPTY', value: '' },
        { name: 'WORKERS', value: '0o17' },
      ],
    });
    expect(objects.Service.spec.ports).toEqual([{ port: 6000, targetPort: 8080 }]);
  });

  test.each([
    [{ cpuRequest: '100m' }, { requests: { cpu: '100m', memory: '5Gi' }, limits: { memory: '8Gi' } }],
    [{ cpuLimit: '2' }, { requests: { memory: '5Gi' }, limits: { cpu: '2', memory: '8Gi' } }],
    [
      { cpuRequest: '1', memoryRequest: '1Gi', memoryLimit: '2Gi' },
      { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '2Gi' } },
    ],
  ])('half a resource said is all that is meant: %j', (props, resources) => {
    expect(containerOf(render(props)).resources).toEqual(resources);
  });

  test('probes', () => {
    const container = containerOf(
      render({
        ports: [{ containerPort: 8080 }],
        readinessProbe: Probe.httpGet('/healthz', { period: Duration.seconds(5), httpHeaders: { 'X-Probe': 'yes' } }),
        livenessProbe: Probe.tcpSocket({ port: 9000, terminationGracePeriod: Duration.minutes(1) }),
        startupProbe: Probe.exec(['cat', '/tmp/loaded'], {
          initialDelay: Duration.seconds(0),
          timeout: Duration.seconds(2),
          failureThreshold: 60,
          successThreshold: 1,
        }),
      }),
    );
    expect(container.readinessProbe).toEqual({
      httpGet: { path: '/healthz', port: 8080, httpHeaders: [{ name: 'X-Probe', value: 'yes' }] },
      periodSeconds: 5,
    });
    expect(container.livenessProbe).toEqual({ tcpSocket: { port: 9000 }, terminationGracePeriodSeconds: 60 });
    expect(container.startupProbe).toEqual({
      exec: { command: ['cat', '/tmp/loaded'] },
      initialDelaySeconds: 0,
      timeoutSeconds: 2,
      failureThreshold: 60,
      successThreshold: 1,
    });
  });

  test('a gRPC probe', () => {
    const { readinessProbe } = containerOf(render({ readinessProbe: Probe.grpc({ service: 'model' }) }));
    expect(readinessProbe).toEqual({ grpc: { port: 5000, service: 'model' } });
  });
});

describe('the pod', () => {
  test('the whole YAML of every prop', () => {
    expect(Testing.synth(Chart.of(build(EVERYTHING)))).toMatchSnapshot();
  });

  test('variables stand in the order in which they were written: they may refer to each other', () => {
    const env = { A: 'x', TOKEN: EnvValue.secretKey('s', 'k'), URL: 'http://$(TOKEN)@host' };
    expect(containerOf(render({ env })).env).toEqual([
      { name: 'A', value: 'x' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
      { name: 'URL', value: 'http://$(TOKEN)@host' },
    ]);
  });

  test('containers beside the serving one get no sizing and no port that nobody asked for', () => {
    const { containers } = podOf(render({ pod: { containers: [{ name: 'proxy', image: 'envoy:1' }] } })).spec;
    expect(containers[1]).toEqual({ name: 'proxy', image: 'envoy:1' });
  });

  test('a sidecar is an init container that stays', () => {
    const initContainers = [
      { name: 'fetch', image: 'fetch:1' },
      { name: 'proxy', image: 'envoy:1', sidecar: true },
    ];
    expect(podOf(render({ pod: { initContainers } })).spec.initContainers).toEqual([
      { name: 'fetch', image: 'fetch:1' },
      { name: 'proxy', image: 'envoy:1', restartPolicy: 'Always' },
    ]);
  });

  test('constructs of cdk8s-plus-27 are taken where a name is', () => {
    const chart = emptyChart();
    const secret = Secret.fromSecretName(chart, 'secret', 'their-secret');
    const settings = ConfigMap.fromConfigMapName(chart, 'settings', 'their-settings');
    const serviceAccount = ServiceAccount.fromServiceAccountName(chart, 'account', 'their-account');
    const claim = PersistentVolumeClaim.fromClaimName(chart, 'claim', 'their-claim');
    const { spec } = podOf(
      render({
        env: { TOKEN: EnvValue.secretKey(secret, 'token') },
        envFrom: [EnvFrom.configMap(settings)],
        pod: { serviceAccount, volumes: [Volume.persistentVolumeClaim('weights', claim)] },
      }),
    );
    expect(spec.serviceAccountName).toBe('their-account');
    expect(spec.volumes).toEqual([{ name: 'weights', persistentVolumeClaim: { claimName: 'their-claim' } }]);
    expect(spec.containers[0]).toMatchObject({
      env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'their-secret', key: 'token' } } }],
      envFrom: [{ configMapRef: { name: 'their-settings' } }],
    });
  });
});

test('rollout knobs', () => {
  const { spec } = render({
    deployment: { strategy: DeploymentStrategy.recreate(), minReady: Duration.seconds(0), revisionHistoryLimit: 0 },
  }).Deployment;
  expect(spec).toMatchObject({ strategy: { type: 'Recreate' }, minReadySeconds: 0, revisionHistoryLimit: 0 });
});

test('the Service takes what is said of it', () => {
  const { Service } = render({
    ports: [{ containerPort: 8080, name: 'http' }],
    service: {
      type: ServiceType.NODE_PORT,
      ports: [
        { name: 'http', port: 80, targetPort: 'http', nodePort: 31000 },
        { name: 'grpc', port: 90, targetPort: 9090, protocol: Protocol.TCP },
      ],
    },
  });
  expect(Service.spec).toMatchObject({
    type: 'NodePort',
    ports: [
      { name: 'http', port: 80, targetPort: 'http', nodePort: 31000 },
      { name: 'grpc', port: 90, targetPort: 9090, protocol: 'TCP' },
    ],
  });
});

describe('around the Service', () => {
  test('Services beside the first find the same pods, and are reachable', () => {
    const app = build({ additionalServices: [{ name: 'metrics', headless: true, ports: [{ port: 9090 }] }] });
    expect(app.additionalServices.map((service) => service.toJson())).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'metrics' },
        spec: { clusterIP: 'None', selector: { app: 'my-model' }, ports: [{ port: 9090, targetPort: 5000 }] },
      },
    ]);
  });

  test('clients are kept at their pod only when asked', () => {
    expect(render().Service.spec).not.toHaveProperty('sessionAffinity');
    expect(render({ service: { sessionAffinity: Duration.minutes(1) } }).Service.spec).toMatchObject({
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
    });
  });

  test('an Ingress leads to the first port of the Service', () => {
    const { Ingress } = render({ ingress: {}, service: { name: 'front', ports: [{ port: 80 }] } });
    expect(Ingress.spec).toEqual({
      rules: [
        {
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'front', port: { number: 80 } } } }],
          },
        },
      ],
    });
  });

  test('a NetworkPolicy lets in what the Services serve, each port once', () => {
    const { NetworkPolicy } = render({
      networkPolicy: {},
      ports: [{ containerPort: 8080 }],
      service: { ports: [{ port: 80 }] },
      additionalServices: [{ name: 'same' }, { name: 'metrics', ports: [{ port: 90, targetPort: 9090 }] }],
    });
    expect(NetworkPolicy.spec).toEqual({
      podSelector: { matchLabels: { app: 'my-model' } },
      policyTypes: ['Ingress'],
      ingress: [{ ports: [{ port: 8080 }, { port: 9090 }] }],
    });
  });

  test('a budget is for the pods of the app', () => {
    const { PodDisruptionBudget } = render({ disruptionBudget: DisruptionBudget.maxUnavailable(1) });
    expect(PodDisruptionBudget.spec).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: { app: 'my-model' } },
    });
  });
});

describe('custom resources', () => {
  test('the whole YAML', () => {
    expect(Testing.synth(Chart.of(build(CUSTOM_RESOURCES)))).toMatchSnapshot();
  });

  test('KEDA stands in place of the autoscaler: never both', () => {
    const objects = render({ keda: { triggers: [KedaTrigger.cpuUtilization(60)] } });
    expect(Object.keys(objects)).toEqual(['Deployment', 'Service', 'ScaledObject']);
    expect(objects.ScaledObject.spec).toEqual({
      scaleTargetRef: { name: 'my-model' },
      minReplicaCount: 1,
      maxReplicaCount: 5,
      triggers: [{ type: 'cpu', metricType: 'Utilization', metadata: { value: '60' } }],
    });
  });
});

test('what model servers report is scaled on by the names that they report it under', () => {
  const metrics = [
    ServingMetric.vllmRequestsWaiting('5'),
    ServingMetric.vllmRequestsRunning('50'),
    ServingMetric.vllmKvCacheUsage('800m'),
    ServingMetric.tritonPendingRequests('4'),
    ServingMetric.tgiQueueSize('3'),
    ServingMetric.tgiBatchSize('8'),
    ServingMetric.rayServeQueuedRequests('2'),
    ServingMetric.rayServeProcessingRequests('6'),
    ServingMetric.kserveQueueDepth('4'),
  ];
  const { spec } = render({ metrics }).HorizontalPodAutoscaler;
  const targets = spec.metrics.map(({ pods }: StoredObject) => [pods.metric.name, pods.target.averageValue]);
  expect(targets).toEqual([
    ['vllm:num_requests_waiting', '5'],
    ['vllm:num_requests_running', '50'],
    ['vllm:kv_cache_usage_perc', '800m'],
    ['nv_inference_pending_request_count', '4'],
    ['tgi_queue_size', '3'],
    ['tgi_batch_current_size', '8'],
    ['ray_serve_deployment_queued_queries', '2'],
    ['ray_serve_replica_processing_queries', '6'],
    ['revision_queue_depth', '4'],
  ]);
});

test('initialReplicas is the explicit way to have replicas, 0 included', () => {
  expect(render({ deployment: { initialReplicas: 3 } }).Deployment.spec.replicas).toBe(3);
  expect(render({ deployment: { initialReplicas: 0 } }).Deployment.spec.replicas).toBe(0);
});

describe('patches', () => {
  test('survive, also where they set a field that is newer than the generated types', () => {
    const app = build({ metrics: [ScalingMetric.cpuAverageValue('2')] });
    app.deployment.addJsonPatch(JsonPatch.add('/spec/template/spec/resources', { limits: { cpu: '9' } }));
    app.service?.addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'));
    app.autoscaler.addJsonPatch(JsonPatch.replace('/spec/maxReplicas', 9));
    const objects = byKind(app);
    expect(podOf(objects).spec.resources).toEqual({ limits: { cpu: '9' } });
    expect(objects.Service.spec.trafficDistribution).toBe('PreferClose');
    expect(objects.HorizontalPodAutoscaler.spec.maxReplicas).toBe(9);
  });

  test('are looked at by the gate', () => {
    const app = build();
    app.autoscaler.addJsonPatch(JsonPatch.replace('/spec/maxReplicas', 0));
    expect(() => byKind(app)).toThrow(/spec\.maxReplicas: must be a whole number of at least 1, got 0/);
  });

  test('that do not fit are told with the object', () => {
    const app = build();
    app.deployment.addJsonPatch(JsonPatch.replace('/spec/no/such/path', 1));
    app.service?.addJsonPatch(JsonPatch.test('/spec/type', 'NodePort'));
    expect(() => byKind(app)).toThrow(/my-model\/Deployment'.*\n {4}fix: .*\n.*my-model\/Service'.*\n {4}fix: /);
  });
});
