import { parseQuantity } from '../lib/quantity';

const NANO = 1_000_000_000n;

test.each([
  ['0', 0n],
  ['5', 5n * NANO],
  ['+5', 5n * NANO],
  ['-5', -5n * NANO],
  ['0.5', NANO / 2n],
  ['.5', NANO / 2n],
  ['5.', 5n * NANO],
  ['500m', NANO / 2n],
  ['1n', 1n],
  ['1u', 1000n],
  ['8Gi', 8n * 1024n ** 3n * NANO],
  ['1.5Ki', 1536n * NANO],
  ['8G', 8n * 10n ** 9n * NANO],
  ['1k', 1000n * NANO],
  ['1E', 10n ** 18n * NANO],
  ['1e3', 1000n * NANO],
  ['1E3', 1000n * NANO],
  ['1e-3', NANO / 1000n],
  ['1.25e+2', 125n * NANO],
])('%s', (text, nanos) => {
  expect(parseQuantity(text)).toBe(nanos);
});

test('what is below a billionth is rounded away from zero, as Kubernetes does', () => {
  expect(parseQuantity('0.1n')).toBe(1n);
  expect(parseQuantity('1.0000000001')).toBe(NANO + 1n);
  expect(parseQuantity('-0.1n')).toBe(-1n);
});

test('an absurd length or exponent takes no time', () => {
  expect(parseQuantity(`${'1'.repeat(100_000)}x`)).toBeUndefined();
  expect(parseQuantity('1e999999999')).toBeGreaterThan(0n);
  expect(parseQuantity('1e-999999999')).toBe(1n);
});

test.each(['m', 'Gi', '.', '-', '+', '.Ki', '-k', 'e3', '0Ei'])('%j is 0, as for Kubernetes', (text) => {
  expect(parseQuantity(text)).toBe(0n);
});

test('blanks around it do not matter, and what is binary is capped', () => {
  expect(parseQuantity(' 5 ')).toBe(5n * NANO);
  expect(parseQuantity('9Ei')).toBe(parseQuantity('8Ei'));
});

test.each([
  '',
  ' ',
  'Ei',
  'e-10',
  '5 cores',
  '8GB',
  '8gi',
  '8 Gi',
  '1.2.3',
  '1,5',
  '--1',
  '1e',
  '1e1.5',
  'NaN',
  '0x10',
  '5mm',
])('%j is no quantity', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
});
