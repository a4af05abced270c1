import { budget, told, workload } from './objects';

const RULE = 'disruption-budget-overlap';

test.each([
  ['the same labels', { matchLabels: { app: 'sentiment' } }, 1],
  ['all pods', {}, 1],
  ['a label that the pods have', { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, 1],
  ['another value', { matchLabels: { app: 'ranker' } }, 0],
  ['pods without the label', { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, 0],
  ['one of other values', { matchExpressions: [{ key: 'app', operator: 'In', values: ['ranker'] }] }, 0],
  ['no pod', undefined, 0],
])('a second budget for %s', (_what, selector, faults) => {
  expect(told(RULE, [workload(), budget({}), budget({ selector }, 'other')])).toHaveLength(faults);
});

test('two budgets of one name are one budget', () => {
  expect(told(RULE, [workload(), budget({}), budget({})])).toEqual([]);
});
