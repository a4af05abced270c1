import { ApiObject, App, Chart, type IResolver, JsonPatch, Lazy, type ResolutionContext } from 'cdk8s';
import { toManifest } from '../../lib/synth/to-manifest';
import { Random } from '../fixtures/random';

/** As the classes of `cdk8s import` for values that are text or a number. */
class IntOrString {
  constructor(public readonly value: unknown) {}
}

const SCALARS = ['a', '', 0, -1, 1.5, true, false, null, undefined];
const KEYS = ['b', 'a', 'c', '1', '10', '2', 'constructor', 'value', 'Zz', 'metadata', '__proto__'];

function lazily(value: unknown): unknown {
  return Lazy.any({ produce: () => value });
}

/** Data, and now and then what cdk8s makes data of. */
function anyValue(random: Random, depth: number): unknown {
  switch (random.below(depth > 3 ? 5 : 12)) {
    case 0:
      return random.below(8) > 0 ? 'b' : lazily(anyValue(random, depth + 1));
    case 1:
      return random.below(8) > 0 ? 3 : { resolve: () => ({ resolved: [null, 'x'] }) };
    case 2:
      return random.below(8) > 0 ? 'c' : new IntOrString(random.pick(['80%', 3, null]));
    case 3:
    case 4:
      return random.pick(SCALARS);
    case 5:
    case 6:
    case 7:
      return Array.from({ length: random.below(3) }, () => anyValue(random, depth + 1));
    default:
      return fieldsOf(random, depth + 1);
  }
}

function fieldsOf(random: Random, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: random.below(4) }, () => [random.pick(KEYS), anyValue(random, depth)]),
  );
}

function objectOf(random: Random, chart: Chart, id: string): ApiObject {
  const metadata = {
    ...(random.below(2) > 0 ? { name: 'x' } : {}),
    ...(random.below(2) > 0 ? fieldsOf(random, 2) : {}),
  };
  const object = new ApiObject(chart, id, {
    ...fieldsOf(random, 0),
    kind: 'ConfigMap',
    apiVersion: 'v1',
    ...(random.below(4) > 0 ? { metadata } : {}),
    spec: anyValue(random, 0),
  });
  if (random.below(3) === 0) object.metadata.addLabel('l', 'v');
  if (random.below(3) === 0) object.metadata.addAnnotation('n', 'v');
  if (random.below(5) === 0) object.metadata.addFinalizers('f');
  if (random.below(5) === 0) object.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' });
  if (random.below(5) === 0) object.metadata.add('generateName', anyValue(random, 3));
  if (random.below(5) === 0) object.addJsonPatch(JsonPatch.add('/added', { x: 1 }));
  return object;
}

/** With the order of the keys; or that there is none. */
function textOf(render: () => unknown): string {
  try {
    return JSON.stringify(render(), (_key, value) => (value === undefined ? 'undefined' : value));
  } catch {
    return 'an error';
  }
}

const orders = ['sorted by cdk8s', 'as written: CDK8S_DISABLE_SORT'];

test.each(orders)('an object comes to what its toJson says, whatever is in it; keys %s', (order) => {
  if (order !== orders[0]) process.env.CDK8S_DISABLE_SORT = '1';
  try {
    const random = new Random(1);
    for (let round = 0; round < 5000; round += 1) {
      const object = objectOf(random, new Chart(new App(), 'c', { namespace: 'n', labels: { team: 't' } }), 'o');
      expect(textOf(() => toManifest(object))).toBe(textOf(() => object.toJson()));
    }
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
});

test('what was made shares nothing with what it was made of', () => {
  const spec = { list: [{ a: 1 }] };
  const object = new ApiObject(new Chart(new App(), 'c'), 'o', { apiVersion: 'v1', kind: 'A', spec });
  (toManifest(object).spec as typeof spec).list[0] = { a: 2 };
  expect(object.toJson().spec).toEqual({ list: [{ a: 1 }] });
});

test('an app with a resolver of its own, and an object with a toJson of its own, are asked', () => {
  class Shout implements IResolver {
    public resolve(context: ResolutionContext): void {
      if (context.value === 'a') context.replaceValue('A!');
    }
  }
  class Own extends ApiObject {
    public override toJson(): unknown {
      return { kind: 'Own' };
    }
  }
  const chart = new Chart(new App({ resolvers: [new Shout()] }), 'c');
  const props = { apiVersion: 'v1', kind: 'A', spec: 'a' };
  expect(toManifest(new ApiObject(chart, 'one', props))).toMatchObject({ spec: 'A!' });
  expect(toManifest(new Own(chart, 'two', props))).toEqual({ kind: 'Own' });
});
