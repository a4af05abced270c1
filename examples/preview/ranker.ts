import { Chart, Duration } from 'cdk8s';
import { AutoscaledMlApp, Probe, ScalingMetric } from 'cdk8s-autoscaled-ml-app';
import type { Construct } from 'constructs';

/** What is deployed, and what the test looks at. */
export class RankerChart extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'models' });
    new AutoscaledMlApp(this, 'ranker', {
      image: 'registry.example.com/ranker:3.2.0',
      cpuRequest: '2',
      cpuLimit: '4',
      memoryRequest: '4Gi',
      memoryLimit: '4Gi',
      ports: [{ containerPort: 8080 }],
      readinessProbe: Probe.httpGet('/healthz', { period: Duration.seconds(5) }),
      minReplicas: 2,
      maxReplicas: 12,
      metrics: [ScalingMetric.cpuUtilization(60)],
    });
  }
}
