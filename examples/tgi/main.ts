// A language model on TGI, fetched by an init container.
//
// Every pod fetches the weights for itself before the server starts: no shared storage, but each scale-up waits for the
// download. The fetch uses the image of the server, so that a node pulls only one. It scales on the queue of the server.
//
// Needs the device plugin of NVIDIA, a Secret with a token of Hugging Face, a Prometheus that scrapes annotated pods, and
// prometheus-adapter, which offers tgi_queue_size in the custom metrics API.
import { Chart, Duration } from 'cdk8s';
import {
  Accelerator,
  App,
  AutoscaledMlApp,
  EnvValue,
  ModelSource,
  Probe,
  ServingMetric,
} from 'cdk8s-autoscaled-ml-app';

const IMAGE = 'ghcr.io/huggingface/text-generation-inference:3.3.5';
const MODEL = 'meta-llama/Llama-3.1-8B-Instruct';

const app = new App();
const chart = new Chart(app, 'tgi', { namespace: 'chat' });

new AutoscaledMlApp(chart, 'llama', {
  image: IMAGE,
  args: ['--model-id', '/models'],
  ports: [{ containerPort: 80 }],
  accelerator: Accelerator.nvidiaGpu(1, { 'nvidia.com/gpu.product': 'NVIDIA-L4' }),
  cpuRequest: '4',
  cpuLimit: '8',
  memoryRequest: '24Gi',
  memoryLimit: '24Gi',
  model: ModelSource.fetch({
    image: IMAGE,
    command: ['huggingface-cli', 'download', MODEL, '--local-dir', '/models', '--exclude', 'original/*'],
    env: { HF_TOKEN: EnvValue.secretKey('hugging-face', 'token') },
    sizeLimit: '40Gi',
  }),
  sharedMemory: '1Gi',
  readinessProbe: Probe.httpGet('/health'),
  livenessProbe: Probe.httpGet('/health', { timeout: Duration.seconds(5) }),
  // From the start of the server on: the fetch is over by then.
  startupBudget: Duration.minutes(5),
  // The fetch counts here.
  deployment: { progressDeadline: Duration.minutes(30) },
  drain: Duration.minutes(1),
  minReplicas: 1,
  maxReplicas: 4,
  metrics: [ServingMetric.tgiQueueSize('8')],
  behavior: { scaleDown: { stabilizationWindow: Duration.minutes(15) } },
  pod: { annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '80' } },
  service: { ports: [{ port: 80 }] },
});

app.synth();
