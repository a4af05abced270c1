// One service in three environments: dev, staging and prod from one definition.
//
// What all share stands once, what differs stands in ENVIRONMENTS, and the image is the same everywhere: what was tested
// is what runs. Each environment is a chart of its own, so a file of its own: kubectl apply -f dist/prod.k8s.yaml
//
// Needs the three namespaces.
import { Chart, Duration } from 'cdk8s';
import {
  App,
  AutoscaledMlApp,
  type AutoscaledMlAppOptions,
  DisruptionBudget,
  Probe,
  ScalingMetric,
} from 'cdk8s-autoscaled-ml-app';

const TEAM: AutoscaledMlAppOptions = {
  labels: { team: 'search' },
  ports: [{ containerPort: 8080 }],
  memoryRequest: '3Gi',
  memoryLimit: '3Gi',
  env: { MODEL: 'ranker-large', LOG_LEVEL: 'info' },
  readinessProbe: Probe.httpGet('/healthz'),
  drain: Duration.seconds(10),
  metrics: [ScalingMetric.cpuUtilization(60)],
  service: { ports: [{ port: 80 }] },
};

const ENVIRONMENTS: Record<string, AutoscaledMlAppOptions> = {
  // env is merged key by key: MODEL stays.
  dev: { cpuRequest: '500m', cpuLimit: '1', minReplicas: 1, maxReplicas: 2, env: { LOG_LEVEL: 'debug' } },
  staging: { cpuRequest: '2', cpuLimit: '4', minReplicas: 1, maxReplicas: 4 },
  prod: {
    cpuRequest: '2',
    cpuLimit: '4',
    minReplicas: 3,
    maxReplicas: 20,
    spread: true,
    disruptionBudget: DisruptionBudget.maxUnavailable('25%'),
  },
};

const app = new App();

for (const [name, environment] of Object.entries(ENVIRONMENTS)) {
  const chart = new Chart(app, name, { namespace: `search-${name}` });
  new AutoscaledMlApp(chart, 'ranker', {
    image: 'registry.example.com/search/ranker:3.2.0',
    defaults: [TEAM, environment],
  });
}

app.synth();
