// Two models of one pipeline on Ray Serve, a whole Ray in each pod.
//
// Ray runs the parts of the pipeline inside the pod, and Kubernetes adds pods: on requests that no replica has taken yet.
// Requests come in on one port and metrics go out on another; the ServiceMonitor reads those of every pod.
//
// Needs prometheus-operator, and prometheus-adapter, which offers ray_serve_deployment_queued_queries in the custom
// metrics API.
import { ApiObject, Chart, Duration } from 'cdk8s';
import { App, AutoscaledMlApp, Probe, ServingMetric, Volume } from 'cdk8s-autoscaled-ml-app';

const CONFIG = `http_options:
  host: 0.0.0.0
  port: 8000
applications:
  - name: text_ml_app
    import_path: text_ml.app
    route_prefix: /summarize_translate
    runtime_env:
      working_dir: https://github.com/ray-project/serve_config_examples/archive/eb49e7cacd846ed12daf0d0f0cf496d3f30d8f0f.zip
      pip:
        - torch
        - transformers
    deployments:
      - name: Summarizer
        num_replicas: 1
      - name: Translator
        num_replicas: 1
        user_config:
          language: french
`;

const app = new App();
const chart = new Chart(app, 'ray-serve', { namespace: 'text' });

// A change of it reaches new pods only: kubectl rollout restart deployment summarizer
const config = new ApiObject(chart, 'Config', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'summarizer-config' },
  data: { 'config.yaml': CONFIG },
});

new AutoscaledMlApp(chart, 'summarizer', {
  image: 'rayproject/ray:2.52.0',
  command: ['bash', '-lc'],
  // The dashboard stays at 127.0.0.1: it runs whatever it is sent.
  args: ['ray start --head --metrics-export-port=8080 && exec serve run --address=auto /serve/config.yaml'],
  ports: [
    { containerPort: 8000, name: 'http' },
    { containerPort: 8080, name: 'metrics' },
  ],
  cpuRequest: '4',
  cpuLimit: '4',
  memoryRequest: '8Gi',
  memoryLimit: '8Gi',
  // Ray keeps its objects there, in 30 % of the memory.
  sharedMemory: '3Gi',
  volumeMounts: [{ name: 'config', mountPath: '/serve', readOnly: true }],
  pod: { volumes: [Volume.configMap('config', config.name)] },
  readinessProbe: Probe.httpGet('/-/healthz', { timeout: Duration.seconds(5) }),
  livenessProbe: Probe.httpGet('/-/healthz', { timeout: Duration.seconds(5), failureThreshold: 6 }),
  // pip installs the runtime environment in it.
  startupBudget: Duration.minutes(15),
  drain: Duration.seconds(20),
  minReplicas: 2,
  maxReplicas: 8,
  metrics: [ServingMetric.rayServeQueuedRequests('5')],
  service: {
    ports: [
      { port: 8000, name: 'http' },
      { port: 8080, name: 'metrics', targetPort: 'metrics' },
    ],
  },
  serviceMonitor: {
    port: 'metrics',
    interval: Duration.seconds(15),
    labels: { release: 'kube-prometheus-stack' },
  },
});

app.synth();
