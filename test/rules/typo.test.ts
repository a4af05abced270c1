import { isSlip, isTypo } from '../../lib/rules/typo';

test.each([
  ['sentiment-confg', 'sentiment-config'],
  ['sentiment-cofnig', 'sentiment-config'],
  ['sentiment-secrets', 'sentiment-secret'],
  ['sentimentconfig', 'sentiment-config'],
  ['sentiment_config', 'sentiment-config'],
])('%s is a slip for %s', (name, other) => {
  expect(isSlip(name, other)).toBe(true);
  expect(isSlip(other, name)).toBe(true);
  expect(isTypo(name, other)).toBe(true);
});

test.each([
  ['sentiment', 'sentiment'],
  ['config-reader', 'config-leader'],
  ['model-a', 'model-b'],
  ['model-v1', 'model-v2'],
  ['app-dev', 'app-prod'],
  ['cart', 'cart-db'],
  ['node-pool1', 'node-pool'],
  [undefined, 'sentiment'],
])('%s may well be another than %s', (name, other) => {
  expect(isSlip(name, other)).toBe(false);
});

test.each([
  ['sentimant', 'sentiment', true],
  ['sentiment-conf', 'sentiment-config', true],
  ['model-v1', 'model-v2', false],
  ['sentiment2', 'sentiment', false],
  ['postgres', 'sentiment', false],
])('%s may be a misspelt %s: %s', (name, other, is) => {
  expect(isTypo(name, other)).toBe(is);
});
