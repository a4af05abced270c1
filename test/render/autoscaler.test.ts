import { Duration } from 'cdk8s';
import { MetricTarget, ScalingMetric, ScalingPolicy, SelectPolicy } from '../../lib';
import { render } from '../manifests';

const autoscaler = (props: Parameters<typeof render>[0]) => render(props).HorizontalPodAutoscaler;

describe('the API version is the lowest that can say it', () => {
  test('v1 for a CPU utilization target alone', () => {
    const { apiVersion, spec } = autoscaler({ metrics: [ScalingMetric.cpuUtilization(70)] });
    expect(apiVersion).toBe('autoscaling/v1');
    expect(spec.targetCPUUtilizationPercentage).toBe(70);
    expect(spec).not.toHaveProperty('metrics');
  });

  test.each([
    ['a second metric', { metrics: [ScalingMetric.cpuUtilization(70), ScalingMetric.memoryUtilization(80)] }],
    ['a CPU average value', { metrics: [ScalingMetric.cpuAverageValue('2')] }],
    ['another resource', { metrics: [ScalingMetric.memoryUtilization(80)] }],
    ['the CPU of one container', { metrics: [ScalingMetric.containerCpuUtilization('my-model', 60)] }],
    ['behavior, be it empty', { behavior: {} }],
  ])('v2 for %s', (_what, props) => {
    const { apiVersion, spec } = autoscaler(props);
    expect(apiVersion).toBe('autoscaling/v2');
    expect(spec).not.toHaveProperty('targetCPUUtilizationPercentage');
  });
});

test('every metric', () => {
  const ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'main' };
  const { spec } = autoscaler({
    metrics: [
      ScalingMetric.cpuUtilization(50),
      ScalingMetric.cpuAverageValue('500m'),
      ScalingMetric.memoryUtilization(60),
      ScalingMetric.memoryAverageValue('6Gi'),
      ScalingMetric.containerCpuUtilization('my-model', 70),
      ScalingMetric.pods('queue_depth', '10', { model: 'bert' }),
      ScalingMetric.object('requests_per_second', ingress, MetricTarget.value('2k')),
      ScalingMetric.external('queue_messages_ready', MetricTarget.averageValue('30'), { queue: 'jobs' }),
    ],
  });
  expect(spec.metrics).toEqual([
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '500m' } } },
    { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 60 } } },
    { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '6Gi' } } },
    {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container: 'my-model',
        target: { type: 'Utilization', averageUtilization: 70 },
      },
    },
    {
      type: 'Pods',
      pods: {
        metric: { name: 'queue_depth', selector: { matchLabels: { model: 'bert' } } },
        target: { type: 'AverageValue', averageValue: '10' },
      },
    },
    {
      type: 'Object',
      object: {
        metric: { name: 'requests_per_second' },
        describedObject: ingress,
        target: { type: 'Value', value: '2k' },
      },
    },
    {
      type: 'External',
      external: {
        metric: { name: 'queue_messages_ready', selector: { matchLabels: { queue: 'jobs' } } },
        target: { type: 'AverageValue', averageValue: '30' },
      },
    },
  ]);
});

test('behavior, both directions', () => {
  const { spec } = autoscaler({
    behavior: {
      scaleUp: {
        stabilizationWindow: Duration.seconds(0),
        policies: [ScalingPolicy.pods(2, Duration.minutes(1)), ScalingPolicy.percent(50, Duration.seconds(15))],
        selectPolicy: SelectPolicy.MIN,
        tolerance: '0.05',
      },
      scaleDown: { stabilizationWindow: Duration.minutes(10), selectPolicy: SelectPolicy.DISABLED },
    },
  });
  expect(spec.behavior).toEqual({
    scaleUp: {
      stabilizationWindowSeconds: 0,
      policies: [
        { type: 'Pods', value: 2, periodSeconds: 60 },
        { type: 'Percent', value: 50, periodSeconds: 15 },
      ],
      selectPolicy: 'Min',
      tolerance: '0.05',
    },
    scaleDown: { stabilizationWindowSeconds: 600, selectPolicy: 'Disabled' },
  });
});

test('empty behavior stays: it is not the same as none', () => {
  expect(autoscaler({ behavior: {} }).spec.behavior).toEqual({});
});
