import { told, workload } from './objects';

const SLOW = 'liveness-slow-start';
const PLAIN = 'liveness-start';
const probe = { httpGet: { port: 8000 } };
const gpu = { limits: { 'nvidia.com/gpu': 1 } };

test.each([
  ['readiness expects nothing before', { livenessProbe: probe, readinessProbe: { ...probe, initialDelaySeconds: 30 } }],
  ['a model goes to a GPU', { livenessProbe: probe, resources: gpu }],
])('%s: a liveness probe that kills by then is a warning, and told once', (_what, container) => {
  expect(told(SLOW, [workload({ container })])).toHaveLength(1);
  expect(told(PLAIN, [workload({ container })])).toEqual([]);
});

test.each([
  ['nothing speaks of a slow start', { livenessProbe: probe }, 1],
  ['liveness waits longer', { livenessProbe: { ...probe, failureThreshold: 12 }, resources: gpu }, 0],
  ['a startup probe holds it back', { livenessProbe: probe, startupProbe: probe, resources: gpu }, 0],
  ['there is none', { readinessProbe: { ...probe, initialDelaySeconds: 300 }, resources: gpu }, 0],
])('%s: no warning', (_what, container, advice) => {
  expect(told(SLOW, [workload({ container })])).toEqual([]);
  expect(told(PLAIN, [workload({ container })])).toHaveLength(advice);
});
