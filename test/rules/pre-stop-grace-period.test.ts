import { told, workload } from './objects';

const RULE = 'pre-stop-grace-period';

function faults(preStop: unknown, pod = {}) {
  return told(RULE, [workload({ container: { lifecycle: { preStop } }, pod })]);
}

const command = (...words: string[]) => ({ exec: { command: words } });

test.each([
  [command('sleep', '30'), 30],
  [command('/bin/sleep', '45'), 45],
  [command('sh', '-c', 'sleep 40'), 40],
  [command('sh', '-c', 'nginx -s quit; sleep 40 && true'), 40],
  [command('sleep', '1m'), 60],
  [{ sleep: { seconds: 30 } }, 30],
])('%j leaves nothing of 30 s', (hook, seconds) => {
  expect(faults(hook)).toEqual([expect.stringContaining(`it sleeps for ${seconds} s`)]);
  expect(faults(hook, { terminationGracePeriodSeconds: seconds + 1 })).toEqual([]);
});

test.each([
  [command('sleep', '29')],
  [command('sh', '-c', 'curl -s localhost/sleep 60')],
  [command('sleep', '$(DRAIN)')],
  [{ sleep: { seconds: 29 } }],
  [{ httpGet: { port: 8000 } }],
])('%j leaves something, or it is not known', (hook) => {
  expect(faults(hook)).toEqual([]);
});

test('a longer sleep of its own is refused, and told by another rule', () => {
  expect(faults({ sleep: { seconds: 31 } })).toEqual([]);
});
