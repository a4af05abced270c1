// What a platform team sets once for the services of all teams, in team-ml-app.ts: registry, labels, port, health check,
// nodes, spread, drain, disruption budget.
//
// A service says only what is its own. Groups and maps (`pod`, `labels`) are merged key by key; a list is replaced as a
// whole.
import { Chart, Duration } from 'cdk8s';
import { Accelerator, App, DisruptionBudget, ScalingMetric } from 'cdk8s-autoscaled-ml-app';
import { TeamMlApp } from './team-ml-app';

const app = new App();
const chart = new Chart(app, 'platform-team', { namespace: 'models' });

// All as the platform has it: the image becomes registry.example.com/ml/sentiment:1.4.0.
new TeamMlApp(chart, 'sentiment', {
  team: 'support',
  image: 'sentiment:1.4.0',
  cpuRequest: '1',
  cpuLimit: '2',
  memoryRequest: '2Gi',
  memoryLimit: '2Gi',
  minReplicas: 2,
  maxReplicas: 6,
  metrics: [ScalingMetric.cpuUtilization(70)],
});

// Long requests and many pods: a longer drain, and more pods away at once.
new TeamMlApp(chart, 'ranker', {
  team: 'search',
  image: 'ranker:3.2.0',
  cpuRequest: '2',
  cpuLimit: '4',
  memoryRequest: '4Gi',
  memoryLimit: '4Gi',
  drain: Duration.minutes(2),
  minReplicas: 8,
  maxReplicas: 40,
  metrics: [ScalingMetric.cpuUtilization(70)],
  disruptionBudget: DisruptionBudget.maxUnavailable('25%'),
});

// An image from elsewhere keeps its registry. On nodes with GPUs: another pool, so both the selector and the list of
// tolerations are its own; the accelerator adds its toleration to it.
new TeamMlApp(chart, 'captions', {
  team: 'media',
  image: 'ghcr.io/example/captions:0.9.2',
  accelerator: Accelerator.nvidiaGpu(1),
  cpuRequest: '2',
  cpuLimit: '4',
  memoryRequest: '16Gi',
  memoryLimit: '16Gi',
  minReplicas: 1,
  maxReplicas: 3,
  metrics: [ScalingMetric.pods('captions_queue_length', '4')],
  pod: {
    nodeSelector: { pool: 'gpu' },
    tolerations: [{ key: 'pool', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' }],
  },
});

app.synth();
