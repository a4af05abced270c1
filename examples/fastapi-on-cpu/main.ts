// A small model behind FastAPI, on CPU.
//
// One Uvicorn process a pod: the autoscaler adds pods, so the pod needs no workers. It holds the pods at 60 % of the 2
// CPUs that each asks for. A pod gets requests once /healthz answers, and serves for 10 more seconds when it is to end,
// so that a scale-down fails no request.
import { Chart, Duration } from 'cdk8s';
import { App, AutoscaledMlApp, DisruptionBudget, EnvValue, Probe, ScalingMetric } from 'cdk8s-autoscaled-ml-app';

const app = new App();
const chart = new Chart(app, 'fastapi-on-cpu', { namespace: 'sentiment' });

new AutoscaledMlApp(chart, 'sentiment', {
  image: 'registry.example.com/nlp/sentiment:1.4.0',
  command: ['uvicorn', 'app.main:app', '--host', '0.0.0.0', '--port', '8000'],
  ports: [{ containerPort: 8000 }],
  cpuRequest: '2',
  cpuLimit: '2',
  memoryRequest: '2Gi',
  memoryLimit: '2Gi',
  // As many threads as the container has CPUs: PyTorch counts those of the node.
  env: { OMP_NUM_THREADS: EnvValue.resourceField('limits.cpu') },
  readinessProbe: Probe.httpGet('/healthz', { period: Duration.seconds(5) }),
  livenessProbe: Probe.httpGet('/healthz', { timeout: Duration.seconds(5) }),
  startupBudget: Duration.minutes(2),
  drain: Duration.seconds(10),
  minReplicas: 2,
  maxReplicas: 10,
  metrics: [ScalingMetric.cpuUtilization(60)],
  spread: true,
  disruptionBudget: DisruptionBudget.maxUnavailable(1),
  service: { ports: [{ port: 80 }] },
});

app.synth();
