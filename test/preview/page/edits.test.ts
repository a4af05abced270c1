import { parseShape, preview } from '../../../lib/preview';
import type { Scenario } from '../../../lib/preview/page/data';
import { edited, sayEdits } from '../../../lib/preview/page/edits';
import type { Edits } from '../../../lib/preview/page/field';
import { fieldsOf } from '../../../lib/preview/page/fields';
import { APP, WORKER } from '../../browser/app';

const SHAPE = 'step:to=4,at=30s,for=10m';

function scenarioOf(app: readonly object[], shape: string | undefined, load = shape ?? SHAPE): Scenario {
  const [first] = preview(app, { load: parseShape(load) });
  if (first === undefined) throw new Error('no preview');
  return { ...first.subject, shape };
}

function keysOf(scenario: Scenario, edits: Edits): string[] {
  return fieldsOf(scenario, 1, edits).flatMap(({ fields }) => fields.map(({ key }) => key));
}

const MODEL = scenarioOf(APP, SHAPE);
const QUEUE = scenarioOf(WORKER, undefined);

test('without edits it is the very setup that was given', () => {
  expect(edited(MODEL, 1, {})).toBe(MODEL.setup);
  expect(edited(QUEUE, 1, {})).toBe(QUEUE.setup);
});

test('bounds, target, amounts and windows go the way of --set', () => {
  const { spec, pod, model } = edited(MODEL, 1, {
    minReplicas: '3',
    maxReplicas: '20',
    target: '70',
    cpuRequest: '0.5',
    cpuLimit: '',
    startup: '90',
    scaleUpWindow: '30',
    scaleDownWindow: '600',
  });
  expect(spec).toMatchObject({ minReplicas: 3, maxReplicas: 20, metrics: [{ target: { amount: 70 } }] });
  expect(spec.behavior).toMatchObject({
    scaleUp: { stabilizationWindow: 30_000, policies: [{ value: 4 }] },
    scaleDown: { stabilizationWindow: 600_000 },
  });
  expect(pod).toEqual({ cpuRequest: 0.5, cpuLimit: undefined, gpus: 0, isAlone: true });
  expect(model.startup).toBe(90_000);
  expect(() => edited(MODEL, 1, { minReplicas: '11' })).toThrow(
    'maxReplicas must be at least minReplicas (11), got 10',
  );
});

test.each([
  ['its value', { 'scaleUp.value': '2' }, { policies: [{ type: 'Pods', value: 2, period: 60_000 }] }],
  ['its period', { 'scaleUp.period': '90' }, { policies: [{ type: 'Pods', value: 4, period: 90_000 }] }],
  ['its type', { 'scaleUp.type': 'Percent' }, { policies: [{ type: 'Percent', value: 100, period: 60_000 }] }],
  ['none', { 'scaleUp.type': 'Disabled', 'scaleUp.value': '2' }, { selectPolicy: 'Disabled' }],
])('one policy of a direction: %s', (_, edits, rules) => {
  const { behavior } = edited(MODEL, 1, edits as Edits).spec;
  expect(behavior?.scaleUp).toMatchObject(rules);
  expect(behavior?.scaleDown).toBe(MODEL.setup.spec.behavior?.scaleDown);
});

test('several policies stay as they are until one is chosen', () => {
  const behavior = { scaleUp: {}, scaleDown: {} };
  const [deployment, autoscaler] = APP;
  const several = scenarioOf([{ ...deployment }, { ...autoscaler, spec: { ...autoscaler?.spec, behavior } }], SHAPE);
  expect(keysOf(several, {})).not.toContain('scaleUp.value');
  expect(edited(several, 1, { 'scaleUp.value': '2' })).toBe(several.setup);
  expect(keysOf(several, { 'scaleUp.type': 'Pods' })).toContain('scaleUp.value');
  expect(edited(several, 1, { 'scaleUp.type': 'Pods', 'scaleUp.value': '2' }).spec.behavior?.scaleUp).toMatchObject({
    selectPolicy: 'Max',
    policies: [{ type: 'Pods', value: 2, period: 15_000 }],
  });
});

test('another load is played for as long as it takes', () => {
  const { cpuLoad, duration } = edited(MODEL, 1, { 'load.step.to': '8', 'load.step.for': '20' });
  expect(cpuLoad).toEqual(parseShape('step:to=8,at=30s,for=20m'));
  expect(duration).toBe(30_000 + 20 * 60_000 + 10 * 60_000);
  const fixed = { ...MODEL, setup: { ...MODEL.setup, duration: 3_600_000 } };
  expect(edited(fixed, 1, { 'load.step.to': '8' }).duration).toBe(3_600_000);
});

test('a load in requests is so many cores', () => {
  expect(edited(MODEL, 0.02, { 'load.step.to': '100' }).cpuLoad?.values).toEqual([0, 0, 2, 2, 0]);
});

test('another shape begins as high as what was given, and is the value of a metric where there is no CPU', () => {
  expect(edited(QUEUE, 1, { load: 'spike' }).sources[0]?.load).toEqual(parseShape('spike:to=4'));
  expect(keysOf(QUEUE, { load: 'siege' })).toContain('load.siege.c');
  expect(keysOf(QUEUE, {})).not.toContain('cpuLimit');
});

test('says what differs, as far as it counts', () => {
  const edits = { maxReplicas: '20', 'scaleDown.type': 'Disabled', 'load.spike.to': '9' };
  expect(sayEdits(fieldsOf(MODEL, 1, edits), edits)).toEqual([
    'Most pods (maxReplicas) 10 -> 20',
    'Scale-down policy pods -> never',
  ]);
});

test('what was given is never too much', () => {
  const long = scenarioOf(APP, 'step:for=20d');
  const fields = fieldsOf(long, 1, {}).flatMap((group) => group.fields);
  expect(fields.find(({ key }) => key === 'load.step.for')).toMatchObject({ given: '28800', most: 28800 });
});
