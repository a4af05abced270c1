/** An app of which every control changes something. */
export const APP = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'model' },
    spec: {
      selector: { matchLabels: { app: 'model' } },
      template: {
        metadata: { labels: { app: 'model' } },
        spec: {
          containers: [
            { name: 'model', image: 'model:1', resources: { requests: { cpu: '1' }, limits: { cpu: '2' } } },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'model' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'model' },
      minReplicas: 1,
      maxReplicas: 10,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
      ],
      behavior: {
        scaleUp: { policies: [{ type: 'Pods', value: 4, periodSeconds: 60 }] },
        scaleDown: { stabilizationWindowSeconds: 120, policies: [{ type: 'Pods', value: 2, periodSeconds: 60 }] },
      },
    },
  },
];

/** The same for a queue. */
export const WORKER = [
  { ...APP[0] },
  {
    ...APP[1],
    spec: {
      ...APP[1]?.spec,
      metrics: [
        {
          type: 'External',
          external: { metric: { name: 'queue_depth' }, target: { type: 'AverageValue', averageValue: '30' } },
        },
      ],
    },
  },
];
