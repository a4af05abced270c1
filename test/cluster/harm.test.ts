import { setTimeout as sleep } from 'node:timers/promises';
import { readManifests } from '../../lib/read/read';
import { exampleOf, type Side } from '../rules/examples';
import type { Cluster, StoredObject } from './cluster';
import { clusters } from './clusters';

/**
 * What the API server takes and then hurts really does: the wrong example of a rule is applied, and the real controllers
 * show the harm; the right one does well under the same load.
 */
interface Harm {
  readonly rule: string;
  readonly wrong: Outcome;
  readonly right?: Outcome;
  /** The first minor version that can be shown it. */
  readonly since?: number;
}

type Outcome = (app: App) => Promise<void>;

jest.setTimeout(120_000);

const HARMS: readonly Harm[] = [
  { rule: 'scale-target-kind', wrong: fails('FailedGetScale'), right: works },
  { rule: 'scale-target-name', wrong: fails('FailedGetScale', /"sentimnet" not found/), right: works },
  { rule: 'scale-target-missing', wrong: fails('FailedGetScale', /"classifier" not found/), right: works },
  { rule: 'autoscaler-conflict', wrong: fails('AmbiguousSelector'), right: underLoad(20, scalesTo(5)) },
  // What the VerticalPodAutoscaler would do: there is none here.
  {
    rule: 'vertical-autoscaler-conflict',
    wrong: afterRequestOf('cpu', '4', underLoad(1, staysAt(1))),
    right: afterRequestOf('memory', '4Gi', underLoad(1, scalesTo(3))),
  },
  { rule: 'ambiguous-selector', wrong: fails('AmbiguousSelector'), right: works },
  {
    rule: 'selector-overlap',
    wrong: fails('FailedGetResourceMetric', /missing request for cpu in container server of Pod sentiment-batch-/),
    right: works,
  },
  { rule: 'metric-container', wrong: fails('FailedGetContainerResourceMetric'), right: works },
  // Nothing here measures GPUs or Ingresses: the right examples can't work, either.
  { rule: 'resource-metric', wrong: fails('FailedGetResourceMetric', /failed to get nvidia.com\/gpu utilization/) },
  // The controller manager of Kubernetes 1.27 crashes over it, and with it would all other tests.
  {
    rule: 'object-metric-target',
    since: 28,
    wrong: fails('FailedGetObjectMetric', /neither a value target nor an average value/),
  },
  {
    rule: 'metric-request',
    wrong: fails('FailedGetResourceMetric', /missing request for cpu in container proxy/),
    right: works,
  },
  {
    rule: 'zero-request',
    wrong: fails('FailedGetResourceMetric', /no metrics returned matched known pods/),
    right: works,
  },
  { rule: 'unreachable-target', wrong: underLoad(20, staysAt(1)), right: underLoad(20, scalesTo(5)) },
  // 98 % of the limit.
  { rule: 'narrow-target', wrong: underLoad(0.49, staysAt(1)), right: underLoad(0.49, scalesTo(2)) },
  { rule: 'metric-target-unit', wrong: underLoad(20, staysAt(1)), right: underLoad(20, scalesTo(5)) },
  { rule: 'memory-target', wrong: underLoad(0, scalesTo(5), staysAt(5)), right: underLoad(0, staysAt(1)) },
  { rule: 'fixed-range', wrong: underLoad(20, staysAt(3)), right: underLoad(20, scalesTo(6)) },
  { rule: 'scaling-disabled', wrong: underLoad(20, staysAt(1)), right: underLoad(20, scalesTo(5)) },
  // 400 % of the request where 70 % is the target.
  { rule: 'scaling-tolerance', since: 35, wrong: underLoad(2, staysAt(1)), right: underLoad(2, scalesTo(5)) },
  {
    rule: 'scaling-flaps',
    wrong: underLoad(20, scalesTo(5), underLoad(0, scalesTo(1, 4))),
    right: underLoad(20, scalesTo(5), underLoad(0, staysAt(5))),
  },
  {
    rule: 'replicas-beside-autoscaler',
    wrong: underLoad(20, scalesTo(8), anotherApplyTakesAwayPods(true)),
    right: underLoad(20, scalesTo(8), anotherApplyTakesAwayPods(false)),
  },
];

describe.each(clusters())('Kubernetes %s', (version, cluster) => {
  const minor = Number(version.split('.')[1]);
  const cases = HARMS.filter(({ since = 0 }) => since <= minor).flatMap(({ rule, wrong, right }) => [
    [rule, 'wrong', wrong] as const,
    ...(right === undefined ? [] : [[rule, 'right', right] as const]),
  ]);

  test.concurrent.each(cases)('%s: the %s example', async (rule, side, outcome) => {
    const app = new App(cluster, rule, side);
    try {
      await app.start();
      await outcome(app);
    } finally {
      await app.stop();
    }
  });

  test('a ScaledObject that keeps more pods than it allows is refused', async () => {
    await cluster.kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s']);
    const apply = (side: Side) =>
      cluster.tryApply(manifestsOf('scaled-object-range', side), '-n', 'default', '--dry-run=server');
    expect(await apply('wrong')).toMatchObject({ code: 1, stderr: expect.stringContaining('maxReplicaCount') });
    expect(await apply('right')).toMatchObject({ code: 0 });
  });
});

/** The objects of an example, but for those that no test cluster knows. */
function manifestsOf(rule: string, side: Side): StoredObject[] {
  return readManifests(rule, exampleOf(rule, side) ?? '')
    .manifests.map(({ manifest }) => manifest)
    .filter(({ kind }) => kind !== 'VerticalPodAutoscaler');
}

/** An example that runs in a namespace of its own. Its Deployment and its autoscaler are called `sentiment`. */
class App {
  private readonly namespace: string;

  constructor(
    private readonly cluster: Cluster,
    private readonly rule: string,
    private readonly side: Side,
  ) {
    this.namespace = `${rule}-${side}-${Date.now().toString(36)}`;
  }

  public async start(): Promise<void> {
    await this.cluster.createNamespace(this.namespace);
    await this.apply();
  }

  public async stop(): Promise<void> {
    await this.cluster.kubectl(['delete', 'namespace', this.namespace, '--wait=false']);
  }

  public async apply(): Promise<void> {
    await this.cluster.apply(manifestsOf(this.rule, this.side), '-n', this.namespace);
  }

  public setLoad(cores: number): Promise<void> {
    return this.cluster.setLoad(this.namespace, cores);
  }

  public async setRequest(resource: string, amount: string): Promise<void> {
    await this.cluster.kubectl([
      ...['set', 'resources', 'deployment/sentiment', '-c', 'server'],
      ...['--requests', `${resource}=${amount}`, '-n', this.namespace],
    ]);
  }

  /** The conditions of all autoscalers. */
  public async conditions(): Promise<StoredObject[]> {
    const autoscalers = await this.cluster.list('horizontalpodautoscalers', this.namespace);
    return autoscalers.flatMap(({ status }) => status.conditions ?? []);
  }

  public deployment(): Promise<StoredObject> {
    return this.cluster.get('deployment', 'sentiment', this.namespace);
  }

  public async replicas(): Promise<number> {
    return (await this.deployment()).spec.replicas;
  }

  /** Whether pods were taken away: the number that runs tells too late. */
  public async hasScaledDown(): Promise<boolean> {
    const events = await this.cluster.list('events', this.namespace);
    return events.some(({ message = '' }) => /^Scaled down replica set/.test(message));
  }

  public waitFor(what: string, condition: () => Promise<boolean>, seconds = 30): Promise<void> {
    return this.cluster.waitFor(`${what} (${this.rule}, ${this.side})`, condition, seconds);
  }
}

/** The autoscaler says why it can't scale. */
function fails(reason: string, message = /./): Outcome {
  return (app) =>
    app.waitFor(reason, async () =>
      (await app.conditions()).some(
        (each) => each.status === 'False' && each.reason === reason && message.test(each.message),
      ),
    );
}

/** Each autoscaler reads its metrics. */
async function works(app: App): Promise<void> {
  await app.waitFor('ScalingActive', async () => {
    const active = (await app.conditions()).filter(({ type }) => type === 'ScalingActive');
    return active.length > 0 && active.every(({ status }) => status === 'True');
  });
}

function scalesTo(count: number, seconds?: number): Outcome {
  return (app) => app.waitFor(`${count} replicas`, async () => (await app.replicas()) === count, seconds);
}

/** The autoscaler works, and has had time to do something. */
function staysAt(count: number): Outcome {
  return async (app) => {
    await works(app);
    const end = Date.now() + 5000;
    while (Date.now() < end) {
      expect(await app.replicas()).toBe(count);
      await sleep(500);
    }
  };
}

function underLoad(cores: number, ...outcomes: readonly Outcome[]): Outcome {
  return async (app) => {
    await app.setLoad(cores);
    for (const outcome of outcomes) await outcome(app);
  };
}

function afterRequestOf(resource: string, amount: string, outcome: Outcome): Outcome {
  return async (app) => {
    await app.setRequest(resource, amount);
    await outcome(app);
  };
}

function anotherApplyTakesAwayPods(isExpected: boolean): Outcome {
  return async (app) => {
    await app.apply();
    if (isExpected) return app.waitFor('pods that are taken away', () => app.hasScaledDown());
    await sleep(3000);
    expect(await app.hasScaledDown()).toBe(false);
  };
}
