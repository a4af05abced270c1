import type { Manifest } from '../../lib/manifest';
import { CHANGES } from '../fixtures/changes';
import { reviewed } from './reviewed';

/** What is said of a change of the fixtures, by the object. */
function told(name: string): string[] {
  const change = CHANGES.find((each) => each.name === name);
  if (change === undefined) throw new Error(`no change is called ${name}`);
  return messages(change.before, change.after);
}

function messages(before: readonly Manifest[], after: readonly Manifest[]): string[] {
  return reviewed(before, after).consequences.map(({ kind, object, message }) => `${kind}: ${object}: ${message}`);
}

const BASE = CHANGES.find(({ name }) => name === 'no change')?.before ?? [];

/** The base with some fields of one kind in place of others. */
function withSpec(kind: string, change: (spec: Record<string, unknown>) => Record<string, unknown>): Manifest[] {
  return BASE.map((each) => (each.kind === kind ? { ...each, spec: change({ ...(each.spec as object) }) } : each));
}

test.each<[change: string, told: readonly string[]]>([
  [
    'a budget of those that stay',
    [
      'drain: Deployment model: at rest, of 1 pod none may go: no drain of a node with one ends; was: of 1 pod a drain takes 1 at a time, and with that all',
    ],
  ],
  ['less time to end', ['timing: Deployment model: each pod: has 5 s to end, and is killed then; was 30 s']],
  [
    'a probe that kills',
    [
      'timing: Deployment model: container model: killed 30 s after its start (liveness probe) where it does not serve; was never',
    ],
  ],
  [
    'scaling down never',
    [
      'scaling: HorizontalPodAutoscaler model: scales down never; was by 100 % in 15 s, looking back 300 s, where usage is 10 % off the target',
    ],
  ],
  [
    'a metric more',
    ['scaling: HorizontalPodAutoscaler model: adds pods above 5 of waiting a pod; it was no metric before'],
  ],
  [
    'a map that pods read',
    [
      'stale: ConfigMap model: Deployment model reads it and is not restarted: variables keep what they had, mounted files change within minutes',
    ],
  ],
  [
    'another image while it is paused',
    [
      'stale: Deployment model: its pods stay as they are until it is resumed (spec.paused): containers[model].image: "model:1.0.0" -> "model:1.0.1"',
    ],
  ],
  ['another node port', ['traffic: Service other: node port 30081 is now 30082']],
  [
    'an address is wanted after all',
    [
      'traffic: Service other: it stays without an address: the API server keeps clusterIP: None, though it is left out',
    ],
  ],
])('%s', (name, expected) => {
  expect(told(name).filter((each) => !each.startsWith('restart: '))).toEqual(expected);
});

test('of what is refused, nothing else comes', () => {
  expect(told('a request over its limit')).toEqual([
    expect.stringMatching(/^refused: Deployment model: spec\.template/),
  ]);
  expect(told('a maximum of none')).toEqual([expect.stringMatching(/^refused: HorizontalPodAutoscaler model: /)]);
});

test('a variable may be a secret: what it is set to is not said', () => {
  expect(told('another variable').join()).toContain('containers[model].env[MODEL].value');
  expect(told('another variable').join()).not.toMatch(/ranker|other/);
});

test('of many fields that restart, three are named', () => {
  const template = (labels: object) =>
    withSpec('Deployment', ({ template: inner, ...spec }) => ({
      ...spec,
      template: { ...(inner as object), metadata: { labels: { app: 'model', ...labels } } },
    }));
  const [restart] = messages(BASE, template({ a: '1', b: '2', c: '3', d: '4', e: '5' }));
  expect(restart).toMatch(
    /labels\.a is new; metadata\.labels\.b is new; metadata\.labels\.c is new; and 2 fields more\)/,
  );
});

test('items in another order are told as that', () => {
  const containers = [
    { name: 'a', image: 'a:1' },
    { name: 'b', image: 'b:1' },
  ];
  const of = (list: unknown[]) =>
    withSpec('Deployment', ({ template, ...spec }) => ({
      ...spec,
      template: { ...(template as object), spec: { containers: list } },
    }));
  expect(messages(of(containers), of([...containers].reverse()))[0]).toContain('(containers: the order)');
});

describe('a move', () => {
  const inNamespace = (namespace: string): Manifest[] =>
    BASE.map((each) => ({ ...each, metadata: { ...(each.metadata as object), namespace } }));

  test('to another namespace is told as one', () => {
    const all = messages(inNamespace('a'), inNamespace('b'));
    expect(all).toContain(
      'traffic: Service model: it is reached as model.b now: who asks model.a finds nobody, once that is deleted',
    );
    expect(all).toContain(
      'left: Deployment model: it goes on as model in namespace b, and stays as it is, too, until it is deleted: the pods of both run',
    );
    const { consequences } = reviewed(inNamespace('a'), inNamespace('b'));
    expect(consequences.find(({ kind }) => kind === 'left')).toMatchObject({
      namespace: 'a',
      wayOut: expect.stringMatching(/ --namespace a$/),
    });
  });

  test('brings its findings along', () => {
    const bad = (namespace: string) =>
      inNamespace(namespace).map((each) =>
        each.kind === 'Deployment' ? { ...each, spec: { ...(each.spec as object), replicas: 2 } } : each,
      );
    expect(reviewed(bad('a'), bad('b'))).toMatchObject({ added: [], cleared: [] });
  });

  test('to another name, too', () => {
    expect(told('the Deployment has another name')).toContain(
      'left: Deployment model: it goes on as renamed, and stays as it is, too, until it is deleted: the pods of both run',
    );
    expect(told('the Service has another name')[0]).toMatch(/^traffic: Service model: it is reached as renamed now/);
  });
});

test('KEDA in place of the autoscaler: both scale', () => {
  const scaled = {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'model' },
    spec: {
      scaleTargetRef: { name: 'model' },
      maxReplicaCount: 6,
      triggers: [{ type: 'cpu', metadata: { value: '50' } }],
    },
  };
  const all = messages(BASE, [...BASE.filter(({ kind }) => kind !== 'HorizontalPodAutoscaler'), scaled]);
  expect(all.join('\n')).toMatch(
    /HorizontalPodAutoscaler model is attached to it no more.*both it and ScaledObject model scale/,
  );
});

test('replicas that stay beside the autoscaler are told where something of the folder is applied, and else not', () => {
  const counted = (image: string) =>
    withSpec('Deployment', ({ template, ...spec }) => ({
      ...spec,
      replicas: 2,
      template: { ...(template as object), image },
    }));
  expect(messages(counted('a'), counted('a'))).toEqual([]);
  const budget = (object: Manifest) => (object.kind === 'ConfigMap' ? { ...object, data: { a: 'b' } } : object);
  expect(messages(counted('a'), counted('a').map(budget)).join()).toMatch(/count: Deployment model: every apply sets/);
});

test('a name is one word of the command that is told, whatever stands in it', () => {
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: "a'; rm -rf ~ #" } };
  expect(reviewed([map], []).consequences[0]?.wayOut).toBe("kubectl delete configmap 'a'\\''; rm -rf ~ #'");
});

test('a trigger of KEDA that is no resource is told by its name', () => {
  const scaled = (...triggers: object[]) => ({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'model' },
    spec: { scaleTargetRef: { name: 'model' }, maxReplicaCount: 6, triggers },
  });
  const cpu = { type: 'cpu', metricType: 'Utilization', metadata: { value: '50' } };
  const queue = { type: 'prometheus', metadata: { serverAddress: 'http://a', query: 'q', threshold: '5' } };
  const others = BASE.filter(({ kind }) => kind !== 'HorizontalPodAutoscaler');
  expect(messages([...others, scaled(cpu)], [...others, scaled(cpu, queue)])).toEqual([
    'scaling: ScaledObject model: scales on prometheus; it was no metric before',
  ]);
});

test.each([
  ['10.0.0.1', '10.0.0.2', true],
  ['None', '10.0.0.1', true],
  [undefined, '10.0.0.1', true],
  ['10.0.0.1', undefined, false],
  ['10.0.0.1', '10.0.0.1', false],
])('a Service at %s that is to be at %s: refused is %s', (was, is, isRefused) => {
  const [before, after] = [was, is].map((clusterIP) => withSpec('Service', (spec) => ({ ...spec, clusterIP })));
  const told = messages(before ?? [], after ?? []);
  expect(told.some((each) => each.startsWith('refused: Service model: '))).toBe(isRefused);
});

test('a class that a claim says for the first time may be the one that it has', () => {
  const without = withSpec('PersistentVolumeClaim', ({ storageClassName: _, ...spec }) => spec);
  expect(messages(without, BASE)).toEqual([]);
  expect(messages(BASE, without)).toEqual([expect.stringMatching(/^refused: .*spec\.storageClassName/)]);
});

describe('what kubectl shows of the cluster', () => {
  const live = (applied: object) =>
    BASE.map((each) =>
      each.kind === 'Deployment'
        ? {
            ...each,
            metadata: {
              ...(each.metadata as object),
              uid: 'a',
              resourceVersion: '1',
              annotations: { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({ spec: applied }) },
            },
            spec: { ...(each.spec as object), replicas: 4 },
          }
        : each,
    );

  test('the number of pods that the autoscaler has made is no number that was applied', () => {
    expect(reviewed(live({}), BASE)).toMatchObject({ consequences: [], changed: 0 });
  });

  test('one that was applied goes with the apply', () => {
    expect(messages(live({ replicas: 2 }), BASE)).toEqual([
      expect.stringMatching(/^count: .*sets the number of pods to 1/),
    ]);
  });
});

test('beside what is refused, the rest of the folder is applied', () => {
  const counted = withSpec('Deployment', (spec) => ({ ...spec, replicas: 2 }));
  const shrunk = counted.map((each) =>
    each.kind === 'PersistentVolumeClaim'
      ? { ...each, spec: { ...(each.spec as object), accessModes: ['ReadWriteMany'] } }
      : each,
  );
  expect(messages(counted, shrunk)).toEqual([
    expect.stringMatching(/^refused: PersistentVolumeClaim model: /),
    expect.stringMatching(/^count: Deployment model: every apply/),
  ]);
});

test('a default that neither side says is no field that changes', () => {
  expect(told('pods of a Job that said no number')).toEqual([]);
});

test.each(['valueOf', 'toString', 'constructor', '__proto__'])(
  'a kind that is called %s is one like others',
  (kind) => {
    const object = (value: string) => ({
      apiVersion: 'example.com/v1',
      kind,
      metadata: { name: 'a' },
      spec: { template: { value } },
    });
    expect(reviewed([object('a')], [object('b')])).toMatchObject({ changed: 1, consequences: [] });
  },
);
