// Embeddings that cost nothing while nobody wants any: KEDA scales to and from 0 pods.
//
// A HorizontalPodAutoscaler can't start from 0 pods with a metric of the pods, for there is none. So the first trigger is
// outside of them: texts that wait in a Redis list wake the service. The second is the queue of the server itself. The one
// that asks for more pods wins. Whoever works the list off has to ask again until the first pod is ready.
//
// Needs KEDA, prometheus-operator, and the Redis.
import { Chart, Duration } from 'cdk8s';
import { App, AutoscaledMlApp, KedaTrigger, ModelSource, Probe } from 'cdk8s-autoscaled-ml-app';

const app = new App();
const chart = new Chart(app, 'embeddings-keda', { namespace: 'search' });

new AutoscaledMlApp(chart, 'embeddings', {
  image: 'ghcr.io/huggingface/text-embeddings-inference:cpu-1.8',
  args: ['--model-id', 'BAAI/bge-base-en-v1.5'],
  ports: [{ containerPort: 80, name: 'http' }],
  cpuRequest: '4',
  cpuLimit: '4',
  memoryRequest: '4Gi',
  memoryLimit: '4Gi',
  // Where the image downloads the model to.
  model: ModelSource.cache('2Gi'),
  modelPath: '/data',
  readinessProbe: Probe.httpGet('/health', { period: Duration.seconds(5) }),
  livenessProbe: Probe.httpGet('/health', { timeout: Duration.seconds(5) }),
  startupBudget: Duration.minutes(5),
  drain: Duration.seconds(10),
  minReplicas: 0,
  maxReplicas: 8,
  keda: {
    triggers: [
      KedaTrigger.redis('redis.search:6379', 'texts-to-embed', '500', { name: 'texts' }),
      KedaTrigger.prometheus(
        'http://prometheus-operated.monitoring:9090',
        'sum(te_queue_size{namespace="search", container="embeddings"})',
        '20',
        { name: 'queue' },
      ),
    ],
    pollingInterval: Duration.seconds(15),
    // The next pod would have to load the model again: wait before the last one goes.
    cooldownPeriod: Duration.minutes(10),
    // Prometheus or Redis out of reach: go on with 2.
    fallbackReplicas: 2,
    fallbackFailureThreshold: 4,
  },
  service: { ports: [{ port: 80 }] },
  podMonitor: {
    port: 'http',
    interval: Duration.seconds(15),
    labels: { release: 'kube-prometheus-stack' },
  },
});

app.synth();
