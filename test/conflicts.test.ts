import { Duration } from 'cdk8s';
import { KedaTrigger, LifecycleHook, ScalingMetric } from '../lib';
import { build, render } from './manifests';

test.each([
  ['metrics', { metrics: [ScalingMetric.cpuUtilization(40)], keda: { triggers: [KedaTrigger.cpuUtilization(60)] } }],
  ['drain', { drain: Duration.seconds(5), preStop: LifecycleHook.exec(['stop']) }],
  ['ingress', { createService: false, ingress: {} }],
  ['httpRoute', { createService: false, httpRoute: { parentRefs: [{ name: 'public' }] } }],
  ['serviceMonitor', { createService: false, serviceMonitor: { port: 'http' } }],
])('%s is told with the prop that it contradicts, and a way out', (prop, props) => {
  expect(() => render(props)).toThrow(
    new RegExp(`\\[.*my-model\\] ${prop}: must not be set beside (keda|preStop|createService).*\\n    fix: `),
  );
});

test.each([
  [
    'a grace period that is over before the drain',
    { drain: Duration.seconds(60), pod: { terminationGracePeriod: Duration.seconds(30) } },
    /pod\.terminationGracePeriod: must be longer than drain \(60 s\).*got 30 s\n {4}fix: /,
  ],
  [
    'a deadline that is over before the model has loaded',
    { startupBudget: Duration.minutes(10), deployment: { progressDeadline: Duration.minutes(10) } },
    /deployment\.progressDeadline: must be longer than startupBudget \(600 s\).*got 600 s\n {4}fix: /,
  ],
])('%s is told', (_what, props, message) => {
  expect(() => render(props)).toThrow(message);
});

test('an app without a Service has none', () => {
  const app = build({ createService: false });
  expect(Object.keys(render({ createService: false }))).toEqual(['Deployment', 'HorizontalPodAutoscaler']);
  expect(app.service).toBeUndefined();
});
