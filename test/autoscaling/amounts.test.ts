import { amountsOf, runningContainers } from '../../lib/autoscaling/amounts';
import { AMOUNTS } from '../fixtures/amounts';

test.each(AMOUNTS.map((each) => [each.name, each] as const))(
  '%s',
  (_name, { pod, kubernetes, request, limit, without = [] }) => {
    expect(amountsOf(pod, 'cpu', kubernetes)).toEqual({ request, limit, without });
  },
);

const PROXY = { name: 'proxy', resources: { requests: { cpu: '100m' } } };
const POD = { containers: [{ name: 'server', resources: { limits: { cpu: '2' } } }, PROXY, { name: 'logs' }] };

test.each([
  ['server', { request: 2000n, limit: 2000n, without: [] }],
  ['proxy', { request: 100n, limit: undefined, without: [] }],
  ['logs', { request: undefined, limit: undefined, without: ['logs'] }],
  ['nobody', { request: undefined, limit: undefined, without: [] }],
])('of one container (%s), only that one counts', (container, expected) => {
  expect(amountsOf(POD, 'cpu', 37, container)).toEqual(expected);
});

test('one container is not helped by what its pod asks for, but held back by it', () => {
  const pod = { ...POD, resources: { requests: { cpu: '1' }, limits: { cpu: '1' } } };
  expect(amountsOf(pod, 'cpu', 37, 'logs')).toEqual({ request: undefined, limit: 1000n, without: ['logs'] });
});

test('memory counts in thousandths of a byte', () => {
  const pod = { containers: [{ name: 'server', resources: { requests: { memory: '1Ki' } } }] };
  expect(amountsOf(pod, 'memory', 37)).toEqual({ request: 1_024_000n, limit: undefined, without: [] });
});

test('what is no quantity is unknown, and not missing', () => {
  const pod = { containers: [{ name: 'server', resources: { requests: { cpu: 'much' } } }] };
  expect(amountsOf(pod, 'cpu', 37)).toEqual({ request: undefined, limit: undefined, without: [] });
});

test('a pod of any shape has amounts', () => {
  for (const containers of [undefined, null, 'text', [], [null], [{ resources: [] }]]) {
    expect(amountsOf({ containers }, 'cpu', 37).request).toBeUndefined();
    expect(runningContainers({ containers, initContainers: containers }, 37)).toBeDefined();
  }
});
