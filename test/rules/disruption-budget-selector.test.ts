import { budget, told, workload } from './objects';

const RULE = 'disruption-budget-selector';

test('a budget without a selector is for no pod', () => {
  expect(told(RULE, [workload(), budget({ selector: undefined })])).toEqual([expect.stringContaining('for no pod')]);
});

test('an empty selector is for all pods', () => {
  expect(told(RULE, [workload(), budget({ selector: {} })])).toEqual([]);
});

test('what another budget guards was not meant', () => {
  const misspelt = budget({ selector: { matchLabels: { app: 'sentimant' } } }, 'other');
  expect(told(RULE, [workload(), misspelt])).toEqual([expect.stringContaining('write app: sentiment')]);
  expect(told(RULE, [workload(), budget({}), misspelt])).toEqual([]);
});
