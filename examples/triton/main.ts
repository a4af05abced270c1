// Small models on Triton, a seventh of an A100 a pod.
//
// A MIG slice is enough for each pod, and seven pods share a GPU. It scales on requests that wait for a model. Clients
// reach it over HTTP through the Service, and over gRPC through a headless Service: a gRPC client keeps its connection,
// so it must see the pods to spread its requests over new ones.
//
// Needs the GPU operator of NVIDIA with MIG strategy `mixed`, prometheus-operator, and prometheus-adapter, which offers
// nv_inference_pending_request_count in the custom metrics API.
import { Chart, Duration } from 'cdk8s';
import { Accelerator, App, AutoscaledMlApp, ModelSource, Probe, ServingMetric } from 'cdk8s-autoscaled-ml-app';

const app = new App();
const chart = new Chart(app, 'triton', { namespace: 'vision' });

new AutoscaledMlApp(chart, 'triton', {
  image: 'nvcr.io/nvidia/tritonserver:25.11-py3',
  args: ['tritonserver', '--model-repository=/models'],
  ports: [
    { containerPort: 8000, name: 'http' },
    { containerPort: 8001, name: 'grpc' },
    { containerPort: 8002, name: 'metrics' },
  ],
  accelerator: Accelerator.nvidiaMig('1g.10gb', 1, { 'nvidia.com/gpu.product': 'NVIDIA-A100-SXM4-80GB' }),
  cpuRequest: '1500m',
  cpuLimit: '4',
  memoryRequest: '12Gi',
  memoryLimit: '12Gi',
  // The model repository: a claim that exists, and that many nodes can read.
  model: ModelSource.persistentVolumeClaim('triton-model-repository'),
  readinessProbe: Probe.httpGet('/v2/health/ready'),
  livenessProbe: Probe.httpGet('/v2/health/live', { timeout: Duration.seconds(5) }),
  startupBudget: Duration.minutes(5),
  drain: Duration.seconds(10),
  minReplicas: 2,
  // Two GPUs.
  maxReplicas: 14,
  metrics: [ServingMetric.tritonPendingRequests('4')],
  service: { ports: [{ port: 8000 }] },
  additionalServices: [{ name: 'triton-grpc', headless: true, ports: [{ port: 8001, targetPort: 'grpc' }] }],
  // The label by which the Prometheus of kube-prometheus-stack finds it.
  podMonitor: {
    port: 'metrics',
    interval: Duration.seconds(15),
    labels: { release: 'kube-prometheus-stack' },
  },
});

app.synth();
