import { isEmptySelector, labelSelectorFaults, selectorFinds } from '../../lib/rules/label-selector';

function paths(value: unknown): string[] {
  return Array.from(labelSelectorFaults({}, { path: 'selector', value }), ({ path }) => path);
}

test.each([
  null,
  {},
  { matchLabels: { a: 'b', 'example.com/c': '' }, matchExpressions: null },
  { matchExpressions: [{ key: 'a', operator: 'In', values: ['b', ''] }] },
  { matchExpressions: [{ key: 'a', operator: 'Exists', values: [] }] },
])('%j is sound', (selector) => {
  expect(paths(selector)).toEqual([]);
});

test.each([
  [{ matchLabels: { 'a b': 'c' } }, 'selector.matchLabels'],
  [{ matchLabels: { a: 'b c' } }, 'selector.matchLabels[a]'],
  [{ matchExpressions: [{ key: 'a b', operator: 'Exists' }] }, 'selector.matchExpressions[0].key'],
  [{ matchExpressions: [{ operator: 'Exists' }] }, 'selector.matchExpressions[0].key'],
  [{ matchExpressions: [{ key: 'a', operator: 'Equals', values: ['b'] }] }, 'selector.matchExpressions[0].operator'],
  [{ matchExpressions: [{ key: 'a' }] }, 'selector.matchExpressions[0].operator'],
  [{ matchExpressions: [{ key: 'a', operator: 'In', values: [] }] }, 'selector.matchExpressions[0].values'],
  [
    { matchExpressions: [{ key: 'a', operator: 'DoesNotExist', values: ['b'] }] },
    'selector.matchExpressions[0].values',
  ],
  [
    { matchExpressions: [{ key: 'a', operator: 'In', values: ['b', 'c d'] }] },
    'selector.matchExpressions[0].values[1]',
  ],
])('%j is not', (selector, path) => {
  expect(paths(selector)).toEqual([path]);
});

test.each([
  [{}, true],
  [{ matchLabels: { app: 'model' } }, true],
  [{ matchLabels: { app: 'model', tier: 'web' } }, false],
  [{ matchLabels: { empty: null } }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'model'] }] }, true],
  [{ matchExpressions: [{ key: 'tier', operator: 'In', values: [''] }] }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['model'] }] }, false],
  [{ matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['web'] }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
])('%j finds the model: %j', (selector, isFound) => {
  expect(selectorFinds(selector, { app: 'model', empty: '' })).toBe(isFound);
});

test('a selector is empty where it asks for nothing', () => {
  expect([null, {}, { matchLabels: {} }, { matchExpressions: [] }].map(isEmptySelector)).not.toContain(false);
  expect(isEmptySelector({ matchLabels: { a: 'b' } })).toBe(false);
});
