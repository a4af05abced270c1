import { Chart } from 'cdk8s';
import type { AutoscaledMlAppProps } from '../lib';
import { difference, fieldByField } from './difference';
import { readSurface } from './docs/surface';
import { PROPS } from './fixtures/props';
import { isNewer, OLDEST } from './kubernetes-version';
import { build } from './manifests';

const SURFACE = readSurface();
const ITEMS = SURFACE.flatMap(({ items }) => items);

/** The objects of an app, which the gate has looked at. */
function objectsOf(props: Partial<AutoscaledMlAppProps> = {}) {
  return Chart.of(build(props)).toJson();
}

test.each(PROPS.map((each) => [each.prop, each] as const))('%s', (_prop, { base, props, renders }) => {
  expect(difference(objectsOf(base), objectsOf(props))).toEqual(fieldByField(renders));
});

test('there is a case for all that lib/props offers, each once', () => {
  expect(PROPS.map(({ prop }) => prop).sort()).toEqual(ITEMS.map(({ id }) => id).sort());
});

test('all of it has a docstring', () => {
  const bare = [...SURFACE.filter(({ doc }) => !doc?.text), ...ITEMS.filter(({ doc }) => !doc?.text)];
  expect(bare.map((each) => ('id' in each ? each.id : each.name))).toEqual([]);
});

test('what may be left out says what is without it, and only that', () => {
  const defaults = (isOptional: boolean) => ITEMS.filter((each) => each.isOptional === isOptional);
  expect(defaults(true).filter(({ doc }) => !doc?.defaultValue)).toEqual([]);
  expect(defaults(false).filter(({ doc }) => doc?.defaultValue)).toEqual([]);
});

test('the case names the Kubernetes version that the docstring names', () => {
  const newer = ITEMS.filter(({ doc }) => doc?.since && isNewer(doc.since, OLDEST)).map(({ id, doc }) => [
    id,
    doc?.since,
  ]);
  const cases = PROPS.filter(({ since }) => since !== undefined).map(({ prop, since }) => [prop, since]);
  expect(Object.fromEntries(cases)).toEqual(Object.fromEntries(newer));
});

test('what older API servers refuse has a version', () => {
  const refused = ITEMS.filter(({ doc }) => doc?.text.includes('older API servers refuse it'));
  expect(refused.filter(({ doc }) => !doc?.since)).toEqual([]);
  expect(refused.length).toBeGreaterThan(0);
});
