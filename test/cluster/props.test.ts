import { Duration } from 'cdk8s';
import {
  type AutoscaledMlAppProps,
  ImagePullPolicy,
  MetricTarget,
  Probe,
  Protocol,
  ScalingMetric,
  ScalingPolicy,
  SelectPolicy,
  ServiceType,
} from '../../lib';
import { render } from '../manifests';
import { clusters } from './clusters';

const NAMESPACE = 'props';
const INGRESS = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'main' };

/** Every prop at once. */
const EVERYTHING: Partial<AutoscaledMlAppProps> = {
  name: 'everything',
  namespace: NAMESPACE,
  labels: { team: 'search' },
  annotations: { 'example.com/owner': 'ml' },
  selector: { 'app.kubernetes.io/name': 'everything' },
  deployment: { name: 'a-deployment', labels: { own: 'yes' }, annotations: { own: 'yes' }, initialReplicas: 2 },
  pod: { labels: { version: '7' }, annotations: { 'prometheus.io/scrape': 'true' } },
  autoscaler: { name: 'an-autoscaler', labels: { own: 'yes' }, annotations: { own: 'yes' } },
  imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  containerName: 'server',
  cpuRequest: '500m',
  cpuLimit: '2',
  memoryRequest: '512Mi',
  memoryLimit: '1Gi',
  ports: [
    { containerPort: 8080, name: 'http' },
    { containerPort: 9090, protocol: Protocol.UDP },
  ],
  env: { MODEL: 'bert', NUMBER: '0o17', YES: 'yes' },
  readinessProbe: Probe.httpGet('/ready', { scheme: 'HTTPS', port: 'http', httpHeaders: { Host: 'model' } }),
  livenessProbe: Probe.grpc({ port: 9091, service: 'model', terminationGracePeriod: Duration.seconds(60) }),
  startupProbe: Probe.exec(['cat', '/loaded'], {
    initialDelay: Duration.seconds(1),
    period: Duration.seconds(2),
    timeout: Duration.seconds(3),
    failureThreshold: 4,
    successThreshold: 1,
  }),
  minReplicas: 2,
  maxReplicas: 20,
  metrics: [
    ScalingMetric.cpuUtilization(50),
    ScalingMetric.memoryAverageValue('900Mi'),
    ScalingMetric.containerCpuUtilization('server', 70),
    ScalingMetric.pods('queue_depth', '10', { model: 'bert' }),
    ScalingMetric.object('requests_per_second', INGRESS, MetricTarget.value('2k')),
    ScalingMetric.external('queue_messages_ready', MetricTarget.averageValue('30'), { queue: 'jobs' }),
  ],
  behavior: {
    scaleUp: {
      stabilizationWindow: Duration.seconds(30),
      policies: [ScalingPolicy.pods(2, Duration.minutes(1)), ScalingPolicy.percent(50, Duration.seconds(15))],
      selectPolicy: SelectPolicy.MIN,
    },
    scaleDown: { stabilizationWindow: Duration.minutes(10), selectPolicy: SelectPolicy.DISABLED },
  },
  service: {
    name: 'a-service',
    labels: { own: 'yes' },
    annotations: { own: 'yes' },
    type: ServiceType.NODE_PORT,
    ports: [
      { name: 'http', port: 80, targetPort: 'http', nodePort: 31234, protocol: Protocol.TCP },
      { name: 'metrics', port: 9090, targetPort: 9090, protocol: Protocol.UDP },
    ],
  },
};

jest.setTimeout(60_000);

describe.each(clusters())('Kubernetes %s', (version, cluster) => {
  beforeAll(() => cluster.createNamespace(NAMESPACE));
  afterAll(() => cluster.deleteNamespace(NAMESPACE));

  test('stores every prop as it was asked', async () => {
    const objects = Object.values(render(EVERYTHING));
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
