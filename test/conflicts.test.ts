import { KedaTrigger, ScalingMetric } from '../lib';
import { build, render } from './manifests';

test.each([
  ['metrics', { metrics: [ScalingMetric.cpuUtilization(40)], keda: { triggers: [KedaTrigger.cpuUtilization(60)] } }],
  ['ingress', { createService: false, ingress: {} }],
  ['httpRoute', { createService: false, httpRoute: { parentRefs: [{ name: 'public' }] } }],
  ['serviceMonitor', { createService: false, serviceMonitor: { port: 'http' } }],
])('%s is told with the prop that it contradicts, and a way out', (prop, props) => {
  expect(() => render(props)).toThrow(
    new RegExp(`\\[.*my-model\\] ${prop}: must not be set beside (keda|createService).*\\n    fix: `),
  );
});

test('an app without a Service has none, and says so where one asks for it', () => {
  const app = build({ createService: false });
  expect(Object.keys(render({ createService: false }))).toEqual(['Deployment', 'HorizontalPodAutoscaler']);
  expect(() => app.service).toThrow(/my-model has no Service, since it says createService: false/);
});
