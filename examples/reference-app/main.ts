// The app of this repository's own main.ts: a service on CPU behind a load balancer.
//
// The autoscaler holds the pods at 40 % of the 5 CPUs that each asks for: scaling starts at 2 CPUs a pod. The Deployment
// has no replicas, so an apply under load takes no pod away.
import { Chart } from 'cdk8s';
import { App, AutoscaledMlApp, ImagePullPolicy, ScalingMetric, ServiceType } from 'cdk8s-autoscaled-ml-app';

const app = new App();
const chart = new Chart(app, 'deployment-hpa');

new AutoscaledMlApp(chart, 'ml-app-hpa', {
  image: 'node1:5000/ml-app:0.0.1',
  imagePullPolicy: ImagePullPolicy.ALWAYS,
  ports: [{ containerPort: 5000 }],
  cpuRequest: '5',
  cpuLimit: '8',
  memoryRequest: '5Gi',
  memoryLimit: '8Gi',
  minReplicas: 1,
  maxReplicas: 5,
  metrics: [ScalingMetric.cpuUtilization(40)],
  service: {
    name: 'flask-test-service',
    type: ServiceType.LOAD_BALANCER,
    ports: [{ port: 6000, targetPort: 5000, nodePort: 32000 }],
  },
});

app.synth();
