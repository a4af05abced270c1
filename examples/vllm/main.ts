// A language model on vLLM, one GPU a pod.
//
// It scales on requests that wait: CPU use says little about a GPU, and the GPU is near 100 % from the first request on.
// The weights stand on a claim that all pods share. The first pod downloads them; the others find them there.
//
// Needs the device plugin of NVIDIA, a storage class that offers ReadWriteMany, a Prometheus that scrapes annotated pods,
// and prometheus-adapter, which offers vllm:num_requests_waiting in the custom metrics API.
import { Chart, Duration } from 'cdk8s';
import { Accelerator, App, AutoscaledMlApp, ModelSource, Probe, ServingMetric } from 'cdk8s-autoscaled-ml-app';

const app = new App();
const chart = new Chart(app, 'vllm', { namespace: 'llm' });

// Not called vllm: a Service of that name puts VLLM_PORT into the pods, which vLLM takes for a setting of its own.
new AutoscaledMlApp(chart, 'qwen', {
  image: 'vllm/vllm-openai:v0.11.0',
  command: ['vllm', 'serve', 'Qwen/Qwen2.5-7B-Instruct', '--max-model-len', '16384'],
  ports: [{ containerPort: 8000 }],
  accelerator: Accelerator.nvidiaGpu(1, { 'nvidia.com/gpu.product': 'NVIDIA-L4' }),
  cpuRequest: '4',
  cpuLimit: '8',
  memoryRequest: '24Gi',
  memoryLimit: '24Gi',
  model: ModelSource.newPersistentVolumeClaim({ size: '50Gi', storageClassName: 'nfs-csi' }),
  env: { HF_HOME: '/models' },
  // The processes of vLLM talk through it.
  sharedMemory: '2Gi',
  readinessProbe: Probe.httpGet('/health'),
  livenessProbe: Probe.httpGet('/health', { timeout: Duration.seconds(5) }),
  // The download is in it.
  startupBudget: Duration.minutes(20),
  // Answers that are being written have a minute to end.
  drain: Duration.minutes(1),
  minReplicas: 1,
  maxReplicas: 4,
  metrics: [ServingMetric.vllmRequestsWaiting('5')],
  // A new pod takes minutes: do not give one away in the first quiet moment.
  behavior: { scaleDown: { stabilizationWindow: Duration.minutes(15) } },
  pod: { annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8000' } },
  service: { ports: [{ port: 8000 }] },
});

app.synth();
