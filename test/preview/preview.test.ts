import { MetricTarget, Probe, ScalingMetric } from '../../lib';
import { PreviewError, parseShape, preview, steps } from '../../lib/preview';
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
