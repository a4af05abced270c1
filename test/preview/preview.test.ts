import { Duration } from 'cdk8s';
import { MetricTarget, Probe, ScalingMetric } from '../../lib';
import { lines, PreviewError, parseShape, preview, steps } from '../../lib/preview';
import { svg } from '../../lib/preview/format/svg';
import { text } from '../../lib/preview/format/text';
import { build, unchecked } from '../manifests';

/** The reference app, with changes. */
function app(props: Parameters<typeof build>[0] = {}) {
  return unchecked(build(props));
}

const one = (manifests: readonly object[], request: Parameters<typeof preview>[1] = {}) => {
  const [result] = preview(manifests, request);
  if (result === undefined) throw new Error('no preview');
  return result;
};

test('the same input gives the same output', () => {
  const request = { load: parseShape('daily:low=0,high=20') };
  expect(preview(app(), request)).toEqual(preview(app(), request));
});

test('work is neither made nor lost: what came in was served, was dropped or waits', () => {
  for (const unserved of ['queue', 'drop'] as const) {
    const { timeline } = one(app(), { load: parseShape('step:to=60,at=60s,for=5m'), model: { unserved } });
    const { came, served, dropped, waiting } = timeline.totals;
    expect(came).toBeCloseTo(served + dropped + waiting, 6);
    expect(came).toBeCloseTo(60 * 300, 6);
  }
});

test('a queue is worked off later, what is dropped is lost', () => {
  const request = { load: parseShape('step:to=20,at=60s,for=5m'), startup: 60_000 };
  const [queued, dropped] = (['queue', 'drop'] as const).map(
    (unserved) => one(app(), { ...request, model: { unserved } }).summary,
  );
  expect(queued?.unserved).toBeCloseTo(0, 9);
  expect(queued?.longestQueue).toBeGreaterThan(0);
  expect(dropped?.unserved).toBeGreaterThan(0.1);
});

test('pods that are ready before they can serve take requests that nobody answers', () => {
  const request = {
    load: parseShape('step:to=20,at=60s,for=10m'),
    startup: 120_000,
    model: { unserved: 'drop' as const },
  };
  const { summary: without } = one(app(), request);
  const { summary: withProbe } = one(app({ readinessProbe: Probe.httpGet('/healthz') }), request);
  expect(withProbe.unserved).toBeLessThan(without.unserved ?? 0);
});

test('a slow start is seen in the time to enough capacity', () => {
  const load = parseShape('step:to=20,at=60s,for=20m');
  const [quick, slow] = [0, 180_000].map(
    (startup) => one(app({ readinessProbe: Probe.httpGet('/healthz') }), { load, startup }).summary.enoughCapacity,
  );
  expect((slow ?? 0) - (quick ?? 0)).toBeGreaterThan(120);
});

test('it falls back to the fewest pods five minutes after the load', () => {
  const { summary, decisions } = one(app(), { load: parseShape('step:to=20,at=60s,for=5m') });
  expect(summary).toMatchObject({ peakReplicas: 5, backToRest: expect.closeTo(315, -1.5) });
  expect(decisions.at(-1)).toMatchObject({ to: 1, reasons: ['SucceededRescale', 'TooFewReplicas'] });
});

test('variants stand beside the manifest as it is', () => {
  const load = parseShape('step:to=60,at=60s,for=10m');
  const results = preview(app(), { load, variants: ['maxReplicas=10', 'maxReplicas=10,target=80'] });
  expect(results.map(({ variant, summary }) => [variant, summary.peakReplicas])).toEqual([
    [undefined, 5],
    ['maxReplicas=10', 10],
    ['maxReplicas=10,target=80', 10],
  ]);
});

test('the first look is at once since 1.37, and after a sync period before', () => {
  const first = (kubernetes: string) => one(app(), { kubernetes, duration: 60_000 }).timeline.time[0];
  expect([first('1.36'), first('1.37')]).toEqual([15_020, 20]);
});

test('a metric of a queue is previewed in its own values, others as nothing', () => {
  const metrics = [
    ScalingMetric.external('queue_depth', MetricTarget.averageValue('10')),
    ScalingMetric.pods('other', '5'),
  ];
  const load = steps([[0, 0], [60_000, 40], [600_000, 0]], Number.POSITIVE_INFINITY); // biome-ignore format: points
  const { summary, subject } = one(app({ metrics }), { load });
  expect(summary).toMatchObject({ peakReplicas: 4, firstScaleUp: expect.any(Number) });
  // What is served of a queue is not known.
  expect(summary).not.toHaveProperty('unserved');
  expect(subject.notes.join('\n')).toContain('other is taken as 0: --load other=... says otherwise');
});

test.each([
  [
    'no autoscaler',
    () => app().filter(({ kind }) => kind !== 'HorizontalPodAutoscaler'),
    /there is no HorizontalPodAutoscaler/,
  ],
  [
    'what is scaled is missing',
    () => app().filter(({ kind }) => kind !== 'Deployment'),
    /what it scales is not in the input/,
  ],
  ['an autoscaler that will not work', () => app({ minReplicas: 9 }), /it will not work: .*\(replica-range\)/],
])('%s: nothing is drawn', (_what, manifests, message) => {
  expect(() => preview(manifests())).toThrow(message);
  expect(() => preview(manifests())).toThrow(PreviewError);
});

test('a load that is there for a second is served for a second, whenever the controller looks', () => {
  for (const at of [120.5, 121, 127, 134.9]) {
    const load = parseShape(`spike:to=80,at=${at}s,for=1s`);
    const { summary } = one(app(), { load, model: { unserved: 'drop' } });
    expect(summary).toMatchObject({ unserved: expect.closeTo(0.9, 9), overloaded: expect.closeTo(1, 9) });
    // What is asked for before the load is there is nothing.
    const [first] = one(app(), { load: parseShape(`step:to=8,at=${at}s`) }).decisions;
    expect(first?.time).toBeGreaterThan(at);
  }
});

test('a ramp overflows from where it crosses what can be served', () => {
  // From 0 to 16 cores in 10 s, over 8: the upper half of the triangle is 8 * 5 / 2 = 20 of 80 core-seconds.
  const points = [[0, 0], [10_000, 16], [10_000, 0]] as const; // biome-ignore format: points
  const request = { load: lines(points, 20_000), duration: 20_000, model: { unserved: 'drop' as const } };
  expect(one(app(), request).summary.unserved).toBeCloseTo(20 / 80, 9);
});

test('pods use no more than their limit, whatever they do beside serving', () => {
  const load = parseShape('step:to=400,at=0s');
  for (const model of [{ idleCpu: 1 }, { startupCpu: 80 }]) {
    const request = { load, model, startup: 60_000, controller: { cpuInitializationPeriod: 0 } };
    const { timeline } = one(app({ maxReplicas: 100 }), request);
    // 8 of 5 cores at a target of 40 %.
    expect(Math.max(...timeline.ratio.filter((ratio) => !Number.isNaN(ratio)))).toBe(4);
  }
});

test('what is over at the end is counted to the end', () => {
  const { summary } = one(app(), { load: parseShape('step:to=80,at=0s'), duration: 29_000 });
  expect(summary.unserved).toBeCloseTo(0.9, 1);
  expect(summary.enoughCapacity).toBeUndefined();
});

test('the load that is played by default ends at rest', () => {
  const { summary, timeline } = one(app());
  expect(timeline.replicas.at(-1)).toBe(1);
  expect(summary).toMatchObject({ peakReplicas: 5, backToRest: expect.any(Number) });
  expect(summary.firstScaleUp).toBeCloseTo(15.1, 0);
  expect(summary.enoughCapacity).toBeGreaterThan(600);
});

test('where pods never come back, nothing says that they do', () => {
  const { summary } = one(app(), { load: parseShape('step:to=20,at=60s,for=5m'), duration: 600_000 });
  expect(summary.backToRest).toBeUndefined();
});

test('a variant of the start-up time is that start-up time', () => {
  const manifests = app({ readinessProbe: Probe.httpGet('/healthz', { period: Duration.seconds(60) }) });
  const load = parseShape('step:to=20,for=10m');
  const [, varied] = preview(manifests, { load, variants: ['startup=90s'] });
  expect(varied?.summary).toEqual(one(manifests, { load, startup: 90_000 }).summary);
});

/** The reference app with another container before its own. */
function behind(container: object): object[] {
  const manifests = app();
  const [deployment] = manifests as unknown as { spec: { template: { spec: { containers: object[] } } } }[];
  deployment?.spec.template.spec.containers.unshift(container);
  return manifests;
}

test('the container that asks for the most serves, wherever it stands, and its probes count', () => {
  const proxy = {
    name: 'proxy',
    image: 'proxy:1',
    ports: [{ name: 'proxy', containerPort: 15001 }],
    resources: { requests: { cpu: '100m' }, limits: { cpu: '200m' } },
    livenessProbe: { httpGet: { path: '/', port: 15001 } },
  };
  const { subject } = one(behind(proxy), { startup: 90_000 });
  expect(subject.setup.pod).toMatchObject({ cpuLimit: 8, cpuRequest: 5.1 });
  expect(subject.notes).toContain('the load keeps container my-model busy');
});

test('a start that a probe cuts short is told, not drawn', () => {
  const manifests = app({ readinessProbe: Probe.httpGet('/healthz'), livenessProbe: Probe.httpGet('/healthz') });
  expect(() => preview(manifests, { startup: 120_000 })).toThrow(
    /no pod would ever serve: it starts for 120 s, and the liveness probe of container my-model ends it after 30 s/,
  );
  expect(() => preview(manifests, { variants: ['startup=120s'] })).toThrow(/no pod would ever serve/);
});

const backwards = [[5000, 1], [0, 1]] as const; // biome-ignore format: points

test.each([
  [
    'a load of a metric that there is not',
    { metricLoads: new Map([['queue', parseShape('step')]]) },
    /no metric is called queue: there are cpu/,
  ],
  ['a value that is no number', { load: steps([[0, Number.NaN]], 1000) }, /load: a value must be a number .*, got NaN/],
  ['time that goes back', { load: steps(backwards, 9000) }, /load: time must go on, got 0 after 5000/],
  ['a period of nothing', { model: { metricsResolution: 0 } }, /model\.metricsResolution must be more than 0/],
  ['a time without end', { duration: Number.POSITIVE_INFINITY }, /duration must be more than 0, got Infinity/],
  ['half a pod', { initialReplicas: 1.5 }, /initialReplicas must be a whole number, got 1\.5/],
  ['a version that is none', { kubernetes: '1.2' }, /the Kubernetes version must be one from/],
])('what makes no sense is told, from JavaScript, too: %s', (_what, request, message) => {
  expect(() => preview(app(), request)).toThrow(message);
  expect(() => preview(app(), request)).toThrow(PreviewError);
});

test('a list and a document of nothing are read as kubectl reads them', () => {
  const list = { apiVersion: 'v1', kind: 'List', items: app() };
  expect(preview([null as unknown as object, list])).toHaveLength(1);
});

test.each([
  ['target=0.4', /target must be a whole percentage/],
  ['cpuLimit=1', /cpuLimit must be at least the request \(5\), got 1/],
  ['scaleUpWindow=9h', /a window must be at most 1h/],
  ['minReplicas=0', /minReplicas must be at least 1 without an Object or External metric/],
  ['maxReplicas=9999999', /maxReplicas must be at most 150000/],
])('a variant that Kubernetes would refuse is refused: %s', (variant, message) => {
  expect(() => preview(app(), { variants: [variant] })).toThrow(message);
});

test('a queue has a chart of its own, in text and as a picture', () => {
  const metrics = [ScalingMetric.external('queue_depth', MetricTarget.averageValue('10'))];
  const previews = preview(app({ metrics }), { load: parseShape('step:to=40') });
  expect(text(previews)).toContain('Load, queue_depth: load (bars), target of the ready pods (─)');
  expect(svg(previews)).toContain('of Deployment my-model: Load, queue_depth</text>');
});

test('what scales to zero begins there, and comes back for a queue', () => {
  const metrics = [ScalingMetric.external('queue_depth', MetricTarget.averageValue('10'))];
  const manifests = app({ metrics });
  const autoscaler = manifests.find(({ kind }) => kind === 'HorizontalPodAutoscaler');
  (autoscaler as unknown as { spec: { minReplicas: number } }).spec.minReplicas = 0;
  const { summary } = one(manifests, { initialReplicas: 0, load: parseShape('step:to=40,at=60s,for=5m') });
  expect(summary).toMatchObject({ peakReplicas: 4, backToRest: expect.any(Number) });
});

test('only memory follows no load, and KEDA brings an autoscaler of its own', () => {
  expect(() => preview(app({ metrics: [ScalingMetric.memoryUtilization(70)] }))).toThrow(/it goes by memory alone/);
  const keda = { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', metadata: { name: 'a' } };
  expect(() => preview([keda])).toThrow(/KEDA makes a HorizontalPodAutoscaler of a ScaledObject/);
});
