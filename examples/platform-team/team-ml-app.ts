import { Duration } from 'cdk8s';
import {
  AutoscaledMlApp,
  type AutoscaledMlAppOptions,
  type AutoscaledMlAppProps,
  DisruptionBudget,
  Probe,
} from 'cdk8s-autoscaled-ml-app';
import type { Construct } from 'constructs';

/** What the platform team sets for every service. */
const PLATFORM: AutoscaledMlAppOptions = {
  imageRegistry: 'registry.example.com/ml',
  labels: { 'app.kubernetes.io/part-of': 'ml-platform' },
  ports: [{ containerPort: 8080 }],
  readinessProbe: Probe.httpGet('/healthz'),
  service: { ports: [{ port: 80 }] },
  pod: {
    imagePullSecrets: ['registry'],
    nodeSelector: { pool: 'ml' },
    tolerations: [{ key: 'pool', operator: 'Equal', value: 'ml', effect: 'NoSchedule' }],
  },
  spread: true,
  drain: Duration.seconds(15),
  disruptionBudget: DisruptionBudget.maxUnavailable(1),
};

/** All that an app can say, and the team that answers for it. */
export interface TeamMlAppProps extends AutoscaledMlAppProps {
  readonly team: string;
}

/** A service of a team on the platform. What it says itself goes over what the platform says. */
export class TeamMlApp extends AutoscaledMlApp {
  constructor(scope: Construct, id: string, { team, defaults = [], ...props }: TeamMlAppProps) {
    super(scope, id, { ...props, defaults: [PLATFORM, { labels: { team } }, ...defaults] });
  }
}
