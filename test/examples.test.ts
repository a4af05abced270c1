import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { quantityOf } from '../lib/quantity';
import type { StoredObject } from './cluster/cluster';
import { EXAMPLES, runExample } from './fixtures/examples';

const ROOT = join(__dirname, '..');

const written = Object.fromEntries(EXAMPLES.map((name) => [name, runExample(name)]));

/** The one object of a kind, and of a name where an example has several. */
function find(example: string, kind: string, name?: string): StoredObject {
  const found = all(example, kind).filter(({ metadata }) => name === undefined || metadata.name === name);
  expect(found).toHaveLength(1);
  return found[0];
}

function all(example: string, kind: string): StoredObject[] {
  return (written[example]?.objects ?? []).filter((object) => object.kind === kind);
}

const podOf = (example: string, name?: string) => find(example, 'Deployment', name).spec.template.spec;
const containerOf = (example: string, name?: string) => podOf(example, name).containers[0];

describe.each(EXAMPLES)('%s', (name) => {
  test('the whole YAML', () => {
    const files = Object.entries(written[name]?.files ?? {});
    expect(files.length).toBeGreaterThan(0);
    for (const [file, text] of files) expect(text).toMatchSnapshot(file);
  });

  test('the bytes are those that cdk8s writes of the same objects', () => {
    for (const text of Object.values(written[name]?.files ?? {})) {
      expect(text).toBe(Yaml.stringify(...(loadAll(text) as object[])));
    }
  });

  test('no warnings, but that the reference app has no readiness probe', () => {
    const reference = [expect.stringMatching(/readinessProbe: must be set.*\(readiness-probe\)$/s)];
    expect(written[name]?.warnings).toEqual(name === 'reference-app' ? reference : []);
  });

  test('a CPU target is below what the containers may use, and each of them has a request', () => {
    for (const autoscaler of all(name, 'HorizontalPodAutoscaler')) {
      const target = cpuTarget(autoscaler.spec);
      if (target === undefined) continue;
      const { containers } = all(name, 'Deployment').find(
        ({ metadata }) =>
          metadata.name === autoscaler.spec.scaleTargetRef.name && metadata.namespace === autoscaler.metadata.namespace,
      ).spec.template.spec;
      for (const container of containers) {
        if (target.container !== undefined && target.container !== container.name) continue;
        const [request, limit] = [container.resources.requests.cpu, container.resources.limits.cpu].map(quantityOf);
        expect((request ?? 0n) * BigInt(target.percent)).toBeLessThan((limit ?? 0n) * 100n);
      }
    }
  });

  test('is in the table of the README', () => {
    expect(readFileSync(join(ROOT, 'examples', 'README.md'), 'utf8')).toContain(`| [${name}](${name}/main.ts) |`);
  });
});

/** The CPU utilization that an autoscaler aims at, of one container or of all. */
function cpuTarget(spec: StoredObject): { percent: number; container?: string } | undefined {
  if (spec.targetCPUUtilizationPercentage !== undefined) return { percent: spec.targetCPUUtilizationPercentage };
  const { containerResource } = spec.metrics[0];
  return (
    containerResource && {
      percent: containerResource.target.averageUtilization,
      container: containerResource.container,
    }
  );
}

test('reference-app writes what this repository does', () => {
  expect(written['reference-app']?.files).toEqual({
    'deployment-hpa.k8s.yaml': readFileSync(join(ROOT, 'dist', 'deployment-hpa.k8s.yaml'), 'utf8'),
  });
});

test('fastapi-on-cpu: a CPU target, and a pod that is to end serves on', () => {
  expect(find('fastapi-on-cpu', 'HorizontalPodAutoscaler').spec.targetCPUUtilizationPercentage).toBe(60);
  expect(containerOf('fastapi-on-cpu').lifecycle.preStop.exec.command).toEqual(['sleep', '10']);
  expect(containerOf('fastapi-on-cpu').env).toEqual([
    { name: 'OMP_NUM_THREADS', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
  ]);
});

test('vllm: one GPU, the weights on a claim for all pods, shared memory, time to load, and the queue as the metric', () => {
  const { resources, volumeMounts, startupProbe } = containerOf('vllm');
  expect(resources.requests['nvidia.com/gpu']).toBe('1');
  expect(resources.limits['nvidia.com/gpu']).toBe('1');
  expect(volumeMounts).toEqual([
    { name: 'model', mountPath: '/models' },
    { name: 'shared-memory', mountPath: '/dev/shm' },
  ]);
  expect(find('vllm', 'PersistentVolumeClaim').spec.accessModes).toEqual(['ReadWriteMany']);
  expect((startupProbe.failureThreshold - 1) * startupProbe.periodSeconds).toBe(20 * 60);
  expect(find('vllm', 'Deployment').spec.progressDeadlineSeconds).toBeGreaterThan(20 * 60);
  expect(find('vllm', 'HorizontalPodAutoscaler').spec.metrics[0].pods.metric.name).toBe('vllm:num_requests_waiting');
  expect(find('vllm', 'Service').metadata.name).not.toBe('vllm');
});

test('triton: a MIG slice, a tolerated GPU taint, three ports, a headless Service for gRPC, and the metrics of the pods', () => {
  const { resources, ports, volumeMounts } = containerOf('triton');
  expect(resources.requests['nvidia.com/mig-1g.10gb']).toBe('1');
  expect(resources.limits['nvidia.com/mig-1g.10gb']).toBe('1');
  expect(podOf('triton').tolerations.map(({ key }: StoredObject) => key)).toContain('nvidia.com/gpu');
  expect(ports).toEqual([
    { containerPort: 8000, name: 'http' },
    { containerPort: 8001, name: 'grpc' },
    { containerPort: 8002, name: 'metrics' },
  ]);
  expect(volumeMounts).toEqual([{ name: 'model', mountPath: '/models', readOnly: true }]);
  expect(find('triton', 'Service', 'triton-grpc').spec).toMatchObject({
    clusterIP: 'None',
    ports: [{ port: 8001, targetPort: 'grpc' }],
  });
  expect(find('triton', 'HorizontalPodAutoscaler').spec.metrics[0].pods.metric.name).toBe(
    'nv_inference_pending_request_count',
  );
  expect(find('triton', 'PodMonitor').spec.podMetricsEndpoints[0].port).toBe('metrics');
});

test('tgi: an init container writes where the server reads, and the rollout waits for it', () => {
  const [fetch] = podOf('tgi').initContainers;
  expect(fetch.image).toBe(containerOf('tgi').image);
  expect(fetch.command).toContain('/models');
  expect(fetch.volumeMounts).toEqual([{ name: 'model', mountPath: '/models' }]);
  expect(containerOf('tgi').args).toEqual(['--model-id', '/models']);
  expect(find('tgi', 'Deployment').spec.progressDeadlineSeconds).toBe(30 * 60);
  expect(find('tgi', 'HorizontalPodAutoscaler').spec.metrics[0].pods.metric.name).toBe('tgi_queue_size');
});

test('ray-serve: requests on one port, metrics on another, which the ServiceMonitor finds', () => {
  const { metadata, spec } = find('ray-serve', 'Service');
  expect(spec.ports).toEqual([
    { name: 'http', port: 8000, targetPort: 8000 },
    { name: 'metrics', port: 8080, targetPort: 'metrics' },
  ]);
  const monitor = find('ray-serve', 'ServiceMonitor').spec;
  expect(metadata.labels).toMatchObject(monitor.selector.matchLabels);
  expect(monitor.endpoints[0].port).toBe('metrics');
  expect(containerOf('ray-serve').volumeMounts[0]).toEqual({ name: 'config', mountPath: '/serve', readOnly: true });
  expect(podOf('ray-serve').volumes[0].configMap.name).toBe(find('ray-serve', 'ConfigMap').metadata.name);
  expect(find('ray-serve', 'HorizontalPodAutoscaler').spec.metrics[0].pods.metric.name).toBe(
    'ray_serve_deployment_queued_queries',
  );
});

test('embeddings-keda: KEDA scales to 0, and there is no other autoscaler', () => {
  expect(all('embeddings-keda', 'HorizontalPodAutoscaler')).toEqual([]);
  const { spec } = find('embeddings-keda', 'ScaledObject');
  expect(spec).toMatchObject({
    scaleTargetRef: { name: 'embeddings' },
    minReplicaCount: 0,
    maxReplicaCount: 8,
    cooldownPeriod: 600,
    fallback: { replicas: 2, failureThreshold: 4 },
  });
  expect(spec.triggers.map(({ type }: StoredObject) => type)).toEqual(['redis', 'prometheus']);
});

test('sidecar-proxy: the target is of the model alone, the proxy has no CPU request, and nobody gets around it', () => {
  const { name, ports, resources } = podOf('sidecar-proxy').containers[1];
  expect(name).toBe('proxy');
  expect(resources.requests).not.toHaveProperty('cpu');
  expect(find('sidecar-proxy', 'HorizontalPodAutoscaler').spec.metrics).toEqual([
    {
      type: 'ContainerResource',
      containerResource: { name: 'cpu', container: 'model', target: { type: 'Utilization', averageUtilization: 70 } },
    },
  ]);
  expect(find('sidecar-proxy', 'Service').spec.ports).toEqual([{ port: 80, targetPort: ports[0].name }]);
  expect(find('sidecar-proxy', 'NetworkPolicy').spec.ingress).toEqual([{ ports: [{ port: ports[0].name }] }]);
});

test('environments: three namespaces, sized each for itself, with one image', () => {
  const autoscalers = all('environments', 'HorizontalPodAutoscaler');
  expect(autoscalers.map(({ metadata, spec }) => [metadata.namespace, spec.minReplicas, spec.maxReplicas])).toEqual([
    ['search-dev', 1, 2],
    ['search-staging', 1, 4],
    ['search-prod', 3, 20],
  ]);
  const containers = all('environments', 'Deployment').map(({ spec }) => spec.template.spec.containers[0]);
  expect(new Set(containers.map(({ image }) => image)).size).toBe(1);
  expect(containers.map(({ env }) => env[1])).toEqual([
    { name: 'LOG_LEVEL', value: 'debug' },
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'LOG_LEVEL', value: 'info' },
  ]);
  expect(find('environments', 'PodDisruptionBudget').metadata.namespace).toBe('search-prod');
});

describe('platform-team', () => {
  test('an app has what the platform says, and its team', () => {
    expect(containerOf('platform-team', 'sentiment').image).toBe('registry.example.com/ml/sentiment:1.4.0');
    expect(podOf('platform-team', 'sentiment')).toMatchObject({
      imagePullSecrets: [{ name: 'registry' }],
      nodeSelector: { pool: 'ml' },
      tolerations: [{ key: 'pool', value: 'ml' }],
      terminationGracePeriodSeconds: 45,
    });
    expect(podOf('platform-team', 'sentiment').topologySpreadConstraints).toHaveLength(2);
    expect(find('platform-team', 'PodDisruptionBudget', 'sentiment').spec.maxUnavailable).toBe(1);
    const service = find('platform-team', 'Service', 'sentiment');
    expect(service.metadata.labels).toEqual({ 'app.kubernetes.io/part-of': 'ml-platform', team: 'support' });
    expect(service.spec.ports).toEqual([{ port: 80, targetPort: 8080 }]);
  });

  test('what an app says goes over it: a choice, a list as a whole, a map key by key', () => {
    expect(find('platform-team', 'PodDisruptionBudget', 'ranker').spec.maxUnavailable).toBe('25%');
    expect(podOf('platform-team', 'ranker').terminationGracePeriodSeconds).toBe(150);
    expect(containerOf('platform-team', 'captions').image).toBe('ghcr.io/example/captions:0.9.2');
    expect(podOf('platform-team', 'captions')).toMatchObject({
      imagePullSecrets: [{ name: 'registry' }],
      nodeSelector: { pool: 'gpu' },
      tolerations: [{ key: 'pool', value: 'gpu' }, { key: 'nvidia.com/gpu' }],
    });
  });
});
