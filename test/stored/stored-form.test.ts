import { storedForm } from '../../lib/stored/stored-form';
import { PROPS } from '../fixtures/props';
import { build, unchecked } from '../manifests';

const deployment = (container: object, rest: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'a' },
  spec: { selector: {}, template: { spec: { containers: [{ name: 'a', image: 'a:1', ...container }] } }, ...rest },
});

test.each([
  [
    'amounts',
    { resources: { limits: { cpu: 1 } } },
    { resources: { limits: { cpu: '1000m' }, requests: { cpu: '1' } } },
  ],
  ['a protocol', { ports: [{ containerPort: 1 }] }, { ports: [{ containerPort: 1, protocol: 'TCP' }] }],
  [
    'a probe',
    { readinessProbe: { httpGet: { port: 1 } } },
    { readinessProbe: { httpGet: { path: '/', port: 1, scheme: 'HTTP' }, periodSeconds: 10, initialDelaySeconds: 0 } },
  ],
  ['a pull policy', {}, { imagePullPolicy: 'IfNotPresent' }],
  ['an empty list', {}, { env: [], resources: {} }],
])('%s may be said or left out', (_what, one, other) => {
  expect(storedForm(deployment(one))).toEqual(storedForm(deployment(other)));
});

test('what is stored differently is different', () => {
  const forms = [{}, { image: 'a' }, { env: [{ name: 'A' }] }, { resources: { limits: { cpu: '2' } } }].map(
    (container) => JSON.stringify(storedForm(deployment(container))),
  );
  expect(new Set(forms).size).toBe(forms.length);
});

test('an autoscaler is the same in all versions that say the same', () => {
  const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' };
  const head = { kind: 'HorizontalPodAutoscaler', metadata: { name: 'a' } };
  const first = {
    apiVersion: 'autoscaling/v1',
    ...head,
    spec: { scaleTargetRef: target, maxReplicas: 3, targetCPUUtilizationPercentage: 40 },
  };
  const metrics = [
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 40 } } },
  ];
  const second = {
    apiVersion: 'autoscaling/v2',
    ...head,
    spec: { scaleTargetRef: target, minReplicas: 1, maxReplicas: 3, metrics },
  };
  expect(storedForm(first)).toEqual(storedForm(second));
});

test('a form has itself as its form', () => {
  for (const { props } of PROPS) {
    for (const object of unchecked(build(props))) {
      expect(storedForm(storedForm(object))).toEqual(storedForm(object));
    }
  }
});

/** A group is the same in all its versions, and what the server gives out need not be. */
const GIVEN_OUT = /^(apiVersion|spec\.ports\[\d+\]\.nodePort|spec\.healthCheckNodePort|spec\.clusterIP)$/;

test('whatever else is said of an object is another form', () => {
  const objects = PROPS.flatMap(({ props }) => unchecked(build(props)));
  const lost = new Set<string>();
  for (const object of new Map(objects.map((each) => [JSON.stringify(each), each])).values()) {
    const form = JSON.stringify(storedForm(object));
    for (const { path, changed } of changesOf(object, '', (value) => value)) {
      if (GIVEN_OUT.test(path)) continue;
      if (JSON.stringify(storedForm(changed as typeof object)) === form) lost.add(`${object.kind} ${path}`);
    }
  }
  expect([...lost]).toEqual([]);
});

interface Changed {
  readonly path: string;
  readonly changed: unknown;
}

/** The object with one leaf of it changed, for each leaf. */
function* changesOf(value: unknown, path: string, within: (value: unknown) => unknown): Iterable<Changed> {
  if (typeof value !== 'object' || value === null) {
    yield { path, changed: within(otherThan(value)) };
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    yield* changesOf(inner, here, (other) => {
      if (!Array.isArray(value)) return within({ ...value, [key]: other });
      return within(value.map((each, index) => (index === Number(key) ? other : each)));
    });
  }
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${value}9`;
}
