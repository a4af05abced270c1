import { containerRestartPolicy } from '../../lib/rules/container-restart-policy';
import { initContainer } from '../../lib/rules/init-container';
import { resizePolicy } from '../../lib/rules/resize-policy';
import { toldOf, toldOfInit } from './containers';

test('an init container that ends has neither probes nor hooks', () => {
  const running = { lifecycle: {}, livenessProbe: {}, readinessProbe: {}, startupProbe: {} };
  expect(toldOfInit(initContainer, running)).toEqual(Object.keys(running));
  expect(toldOfInit(initContainer, { ...running, restartPolicy: 'Never' })).toEqual(Object.keys(running));
  expect(toldOfInit(initContainer, { ...running, restartPolicy: 'Always' })).toEqual([]);
  expect(toldOfInit(initContainer, { ...running, restartPolicy: 'Always' }, 28)).toEqual(Object.keys(running));
  // A stop signal is dropped, and the lifecycle with it.
  expect(toldOfInit(initContainer, { lifecycle: { stopSignal: 'SIGTERM' } })).toEqual([]);
});

test.each([
  // The version, then what it takes of an init container and of another one.
  [28, ['Always', 'Never', ''], []],
  [29, ['Always'], []],
  [33, ['Always'], []],
  [34, ['Always', 'Never', ''], ['Always', 'Never', '']],
  [35, ['Always', 'Never'], ['Always', 'Never']],
])('restart policies in 1.%i', (minor, ofInit, ofOthers) => {
  const policies = ['Always', 'Never', ''];
  const takes = (told: typeof toldOf | typeof toldOfInit) =>
    policies.filter((policy) =>
      told === toldOf
        ? toldOf(containerRestartPolicy, { restartPolicy: policy }, {}, minor).length === 0
        : toldOfInit(containerRestartPolicy, { restartPolicy: policy }, minor).length === 0,
    );
  expect(takes(toldOfInit)).toEqual(ofInit);
  expect(takes(toldOf)).toEqual(ofOthers);
});

const exitCodes = { operator: 'In', values: [42] };
const RULE = { action: 'Restart', exitCodes };

test.each([
  [[RULE], []],
  [[{ action: 'RestartAllContainers', exitCodes }], []],
  [[{ exitCodes }], ['[0].action']],
  [[{ action: 'Stop', exitCodes }], ['[0].action']],
  [[{ action: 'Restart' }], ['[0].exitCodes']],
  [[{ action: 'Restart', exitCodes: {} }], ['[0].exitCodes.operator']],
  [[{ action: 'Restart', exitCodes: { operator: 'NotIn' } }], []],
  [[{ action: 'Restart', exitCodes: { operator: 'In', values: Array(256).fill(1) } }], ['[0].exitCodes.values']],
  [Array(20).fill(RULE), []],
  [Array(21).fill(RULE), ['']],
])('restart rules %#', (restartPolicyRules, paths) => {
  const expected = paths.map((path) => `restartPolicyRules${path}`);
  expect(toldOf(containerRestartPolicy, { restartPolicy: 'Never', restartPolicyRules })).toEqual(expected);
  expect(toldOf(containerRestartPolicy, { restartPolicy: 'Never', restartPolicyRules }, {}, 34)).toEqual([]);
});

test('restart rules need a policy, and came later for sidecars and for all containers at once', () => {
  const restartPolicyRules = [RULE];
  expect(toldOf(containerRestartPolicy, { restartPolicyRules })).toEqual(['restartPolicy']);
  expect(toldOfInit(containerRestartPolicy, { restartPolicyRules })).toEqual(['restartPolicy']);
  const sidecar = { restartPolicy: 'Always', restartPolicyRules };
  expect(toldOfInit(containerRestartPolicy, sidecar, 35)).toEqual(['restartPolicyRules']);
  expect(toldOfInit(containerRestartPolicy, sidecar, 36)).toEqual([]);
  const all = { restartPolicy: 'Never', restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes }] };
  expect(toldOf(containerRestartPolicy, all, {}, 35)).toEqual(['restartPolicyRules[0].action']);
});

const CPU = { resourceName: 'cpu', restartPolicy: 'NotRequired' };
const MEMORY = { resourceName: 'memory', restartPolicy: 'RestartContainer' };

test.each([
  [[CPU, MEMORY], []],
  [[CPU, CPU], ['[1].resourceName']],
  [[{}], ['[0].resourceName', '[0].restartPolicy']],
  [[{ ...CPU, resourceName: 'nvidia.com/gpu' }], ['[0].resourceName']],
  [[{ ...CPU, restartPolicy: 'Always' }], ['[0].restartPolicy']],
])('the resize policies %j', (policies, paths) => {
  const expected = paths.map((path) => `resizePolicy${path}`);
  expect(toldOf(resizePolicy, { resizePolicy: policies })).toEqual(expected);
  // The API server drops them: the feature is off.
  expect(toldOf(resizePolicy, { resizePolicy: policies }, {}, 32)).toEqual([]);
});

test('a container restarts for its resources only if it restarts', () => {
  const policies = { resizePolicy: [MEMORY] };
  expect(toldOf(resizePolicy, policies, { restartPolicy: 'Never' })).toEqual(['resizePolicy[0].restartPolicy']);
  expect(toldOfInit(resizePolicy, policies, 36)).toEqual(['resizePolicy[0].restartPolicy']);
  expect(toldOfInit(resizePolicy, policies, 35)).toEqual([]);
  expect(toldOfInit(resizePolicy, { ...policies, restartPolicy: 'Always' }, 36)).toEqual([]);
});
