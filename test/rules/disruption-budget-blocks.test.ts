import { autoscaler, budget, told, workload } from './objects';

const RULE = 'disruption-budget-blocks';

test.each([
  [{ minAvailable: 2 }, 2, 'sentiment has 2, its fewest'],
  [{ minAvailable: 3 }, 2, 'sentiment has 2, its fewest'],
  [{ minAvailable: 1 }, 1, 'sentiment has 1, its fewest'],
  [{ minAvailable: '51%' }, 2, 'sentiment has 2, its fewest'],
  [{ minAvailable: '100%' }, 7, 'sentiment has 7, its fewest'],
  [{ maxUnavailable: 0 }, 5, 'sentiment has 5, its fewest'],
  [{ maxUnavailable: '0%' }, 5, 'sentiment has 5, its fewest'],
])('%j blocks every drain at %d pods', (limit, pods, message) => {
  expect(told(RULE, [workload(), autoscaler(pods, 9), budget(limit)])).toEqual([expect.stringContaining(message)]);
});

test.each([
  [{ minAvailable: 1 }, 2],
  [{ minAvailable: '50%' }, 2],
  [{ minAvailable: '90%' }, 11],
  [{ minAvailable: 0 }, 1],
  [{ maxUnavailable: 1 }, 1],
  [{ maxUnavailable: '1%' }, 1],
  [{}, 1],
])('%j lets a pod go at %d pods', (limit, pods) => {
  expect(told(RULE, [workload(), autoscaler(pods, 20), budget(limit)])).toEqual([]);
});

test('an autoscaler that does not say its fewest leaves 1', () => {
  expect(told(RULE, [workload(), autoscaler(undefined, 9), budget({ minAvailable: 1 })])).toHaveLength(1);
});

test.each([
  [2, 1],
  [3, 0],
])('without an autoscaler, the %d replicas of the Deployment count', (replicas, faults) => {
  expect(told(RULE, [workload({ spec: { replicas } }), budget({ minAvailable: 2 })])).toHaveLength(faults);
});

test('the pods of all workloads of a budget count together', () => {
  const canary = workload({ name: 'sentiment-canary', labels: { app: 'sentiment', track: 'canary' } });
  expect(told(RULE, [workload({ spec: { replicas: 2 } }), canary, budget({ minAvailable: 2 })])).toEqual([]);
  expect(told(RULE, [workload(), canary, budget({ minAvailable: 2 })])).toHaveLength(1);
});

test('of pods that stand somewhere else, a budget blocks the drain only where nothing may ever go', () => {
  expect(told(RULE, [budget({ maxUnavailable: 0 })])).toHaveLength(1);
  expect(told(RULE, [budget({ minAvailable: '100%' })])).toHaveLength(1);
  expect(told(RULE, [budget({ minAvailable: 1 })])).toEqual([]);
});

test('a drain passes over the pods of a DaemonSet', () => {
  expect(told(RULE, [workload({ kind: 'DaemonSet' }), budget({ maxUnavailable: 0 })])).toEqual([]);
});
