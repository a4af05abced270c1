// A model behind a proxy that asks who is there, both in one pod.
//
// A CPU utilization target of the pod counts all containers, and fails where one of them has no CPU request. The target
// here is of the container of the model alone: the proxy needs no request, and its load adds no pods. The Service leads to
// the proxy, and the NetworkPolicy keeps everyone from going around it.
//
// Needs metrics-server, and Kubernetes 1.27 or newer. A network plugin that knows no NetworkPolicy leaves the model open.
import { Chart, Duration } from 'cdk8s';
import {
  App,
  AutoscaledMlApp,
  EnvFrom,
  LifecycleHook,
  ModelSource,
  Probe,
  ScalingMetric,
} from 'cdk8s-autoscaled-ml-app';

const app = new App();
const chart = new Chart(app, 'sidecar-proxy', { namespace: 'churn' });

new AutoscaledMlApp(chart, 'churn', {
  containerName: 'model',
  image: 'seldonio/mlserver:1.7.1-sklearn',
  ports: [{ containerPort: 8080 }],
  cpuRequest: '1',
  cpuLimit: '2',
  memoryRequest: '2Gi',
  memoryLimit: '2Gi',
  model: ModelSource.persistentVolumeClaim('churn-model'),
  modelPath: '/mnt/models',
  readinessProbe: Probe.httpGet('/v2/health/ready'),
  livenessProbe: Probe.httpGet('/v2/health/live', { timeout: Duration.seconds(5) }),
  startupBudget: Duration.minutes(3),
  drain: Duration.seconds(15),
  minReplicas: 2,
  maxReplicas: 10,
  metrics: [ScalingMetric.containerCpuUtilization('model', 70)],
  pod: {
    containers: [
      {
        name: 'proxy',
        // With alpine in it, for the sleep of preStop.
        image: 'quay.io/oauth2-proxy/oauth2-proxy:v7.6.0-alpine',
        args: [
          '--http-address=0.0.0.0:4180',
          '--upstream=http://127.0.0.1:8080',
          '--provider=oidc',
          '--oidc-issuer-url=https://login.example.com',
          '--email-domain=*',
          '--skip-jwt-bearer-tokens=true',
        ],
        // OAUTH2_PROXY_CLIENT_ID, OAUTH2_PROXY_CLIENT_SECRET, OAUTH2_PROXY_COOKIE_SECRET
        envFrom: [EnvFrom.secret('churn-login')],
        ports: [{ containerPort: 4180, name: 'proxy' }],
        memoryRequest: '64Mi',
        memoryLimit: '128Mi',
        readinessProbe: Probe.httpGet('/ready'),
        livenessProbe: Probe.httpGet('/ping'),
        // Drain is of the model: the proxy in front of it has to stay as long.
        preStop: LifecycleHook.exec(['sleep', '15']),
      },
    ],
  },
  service: { ports: [{ port: 80, targetPort: 'proxy' }] },
  networkPolicy: {},
});

app.synth();
