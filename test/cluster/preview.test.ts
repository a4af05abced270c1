import { setTimeout } from 'node:timers/promises';
import { Duration } from 'cdk8s';
import { type AutoscaledMlAppProps, ScalingMetric, ScalingPolicy } from '../../lib';
import { preview, steps } from '../../lib/preview';
import { build, unchecked } from '../manifests';
import { VERSIONS } from './binaries';
import { Cluster } from './cluster';
import { ControlPlane } from './control-plane';

const MINUTES = 60_000;
const LENGTH = 5 * MINUTES;
const SYNC_PERIOD = 15_000;

jest.setTimeout(2 * LENGTH);

/** Loads in cores by the seconds at which they begin, and what they are played on. */
const SCENARIOS: Readonly<Record<string, { load: readonly [number, number][]; props: Partial<AutoscaledMlAppProps> }>> =
  {
    'up-and-stay': { load: [[50, 3], [200, 5]], props: { maxReplicas: 8 } }, // biome-ignore format: a table
    'slow-up': {
      load: [[50, 20]],
      props: { maxReplicas: 10, behavior: { scaleUp: { policies: [ScalingPolicy.pods(2, Duration.seconds(60))] } } },
    },
    'up-and-down': {
      load: [[50, 6], [140, 0]], // biome-ignore format: a table
      props: {
        maxReplicas: 10,
        behavior: {
          scaleDown: {
            stabilizationWindow: Duration.seconds(30),
            policies: [ScalingPolicy.pods(3, Duration.seconds(45))],
          },
        },
      },
    },
  };

/** A number of pods, and when it was first seen, in milliseconds after the autoscaler was made. */
type Change = readonly [replicas: number, at: number];

test('three loads of five minutes go as previewed, on the defaults of Kubernetes, in real time', async () => {
  await Promise.all(VERSIONS.map(comparedFor));
});

async function comparedFor(version: string): Promise<void> {
  const controlPlane = await ControlPlane.start(version, { controllerManagerFlags: [] });
  try {
    const cluster = new Cluster(controlPlane.address);
    await Promise.all(
      Object.entries(SCENARIOS).map(async ([name, { load, props }]) => {
        const manifests = unchecked(build({ ...BASE, ...props }));
        const { seen, played } = await playForReal(cluster, name, manifests, load);
        const expected = previewed(manifests, played, version);
        const replicas = (changes: readonly Change[]) => changes.map(([count]) => count);
        expect({ version, name, replicas: replicas(seen) }).toEqual({ version, name, replicas: replicas(expected) });
        for (const [index, [, at]] of seen.entries()) {
          expect(Math.abs(at - (expected[index]?.[1] ?? 0))).toBeLessThanOrEqual(SYNC_PERIOD);
        }
        // It was worth playing.
        expect(seen.length).toBeGreaterThan(2);
      }),
    );
  } finally {
    await controlPlane.stop();
  }
}

const BASE: AutoscaledMlAppProps = {
  image: 'node1:5000/ml-app:0.0.1',
  cpuRequest: '1',
  cpuLimit: '2',
  memoryRequest: '1Gi',
  memoryLimit: '1Gi',
  metrics: [ScalingMetric.cpuUtilization(50)],
};

/** The changes that are seen, and the load as it was played: a busy machine is late. */
async function playForReal(
  cluster: Cluster,
  namespace: string,
  manifests: readonly object[],
  load: readonly [number, number][],
): Promise<{ seen: Change[]; played: [number, number][] }> {
  await cluster.createNamespace(namespace);
  const isAutoscaler = (each: object) => (each as { kind: string }).kind === 'HorizontalPodAutoscaler';
  await cluster.apply(
    manifests.filter((each) => !isAutoscaler(each)),
    '--namespace',
    namespace,
  );
  const deployment = () => cluster.get('deployment', 'my-model', namespace);
  await cluster.waitFor('the first pod', async () => (await deployment()).status.readyReplicas === 1);
  await cluster.apply(manifests.filter(isAutoscaler), '--namespace', namespace);
  const start = Date.now();
  const seen: Change[] = [];
  const played: [number, number][] = [[0, 0]];
  const rest = [...load];
  while (Date.now() - start < LENGTH) {
    const [next] = rest;
    if (next !== undefined && Date.now() - start >= next[0] * 1000) {
      rest.shift();
      await cluster.setLoad(namespace, next[1]);
      played.push([Date.now() - start, next[1]]);
    }
    const { replicas } = (await deployment()).spec;
    if (seen.at(-1)?.[0] !== replicas) seen.push([replicas, Date.now() - start]);
    await setTimeout(500);
  }
  return { seen, played };
}

/** As the load source of the test clusters has it: what pods use now, over a second. */
function previewed(manifests: readonly object[], played: readonly [number, number][], version: string): Change[] {
  const [result] = preview(manifests, {
    kubernetes: version.split('.').slice(0, 2).join('.'),
    load: steps(played, Number.POSITIVE_INFINITY),
    duration: LENGTH,
    model: { metricsResolution: 1000, metricsOffset: 0, untilRunning: 1000, unserved: 'drop' },
  });
  const first: Change = [result?.subject.setup.initialReplicas ?? 0, 0];
  return [first, ...(result?.decisions ?? []).map(({ to, time }): Change => [to, time * 1000])];
}
