import { amountsOf } from '../../lib/autoscaling/amounts';
import { emptyMemory } from '../../lib/autoscaling/controller/memory';
import type { PodGroup, Sample } from '../../lib/autoscaling/controller/pods';
import type { Reading } from '../../lib/autoscaling/controller/proposal';
import { type Decision, reconcile } from '../../lib/autoscaling/controller/reconcile';
import {
  type ControllerSettings,
  DEFAULT_SETTINGS,
  LOOKS_AT_ONCE_SINCE,
} from '../../lib/autoscaling/controller/settings';
import { type MetricSpec, specOf } from '../../lib/autoscaling/controller/spec';
import type { Manifest } from '../../lib/manifest';
import type { Random } from '../fixtures/random';
import { anyAutoscaler, changed } from './autoscalers';

/** A world that an autoscaler meets, look by look, as the player of the upstream controller reads it. */
export interface Scenario {
  readonly name: string;
  readonly settings: Readonly<Record<string, number>>;
  readonly autoscaler: Manifest;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  /** What the autoscaler says from here on. */
  readonly autoscaler?: Manifest;
  readonly scale:
    | { readonly spec: number; readonly status: number; readonly selector: string }
    | { readonly error: true };
  readonly writeFails?: true;
  readonly pods?: readonly Pod[];
  readonly metrics: readonly MetricJson[];
}

interface Pod {
  readonly name: string;
  readonly phase: PodGroup['phase'];
  readonly deleted?: true;
  readonly startMs?: number;
  readonly ready?: { readonly status: 'True' | 'False' | 'Unknown'; readonly sinceMs: number };
  readonly containers: readonly { readonly name: string; readonly requests?: Record<string, string> }[];
  readonly initContainers?: readonly unknown[];
  readonly resources?: { readonly requests: Record<string, string> };
}

type MetricJson =
  | { readonly error: true }
  | { readonly pods: Record<string, readonly [number, number, number]> }
  | { readonly values: readonly number[] };

/** What the controller does at a tick. */
export interface Outcome {
  readonly ms: number;
  readonly wrote: number | null;
  readonly desired: number;
  readonly conditions: readonly (readonly [string, string, string])[];
}

/**
 * A world from a seed, and what our controller makes of it, which is what the world goes by.
 *
 * @param decide the controller; a benchmark measures it
 */
export function playWorld(
  name: string,
  random: Random,
  kubernetes: number,
  decide: typeof reconcile = reconcile,
): { scenario: Scenario; outcomes: Outcome[] } {
  const processing = random.pick([0, 20, 20, 37]);
  const settings: ControllerSettings = {
    ...DEFAULT_SETTINGS,
    kubernetes,
    syncPeriod: random.pick([15_000, 15_000, 15_000, 10_000, 30_000]),
    tolerance: random.pick([0.1, 0.1, 0.1, 0.05, 0, 0.25]),
    cpuInitializationPeriod: random.pick([300_000, 300_000, 60_000, 0]),
    initialReadinessDelay: random.pick([30_000, 30_000, 0, 90_000]),
    downscaleStabilization: random.pick([300_000, 300_000, 60_000, 0]),
  };
  const autoscaler = anyAutoscaler(random, kubernetes);
  let current = autoscaler;
  let spec = specOf(current);
  const world = new World(random, random.below(Math.max(2, spec.maxReplicas + 2)), kubernetes);
  const memory = emptyMemory();
  const ticks: Tick[] = [];
  const outcomes: Outcome[] = [];
  const length = (30 + random.below(150)) * 60_000;
  let now = kubernetes >= LOOKS_AT_ONCE_SINCE ? processing : settings.syncPeriod + processing;
  let isExtra = false;
  let podsBefore = '';
  const changes = random.below(3) === 0;
  while (now < length) {
    // A change in flight: half a second before its tick, which since 1.37 is a tick of its own.
    let change: Manifest | undefined;
    let next = now + settings.syncPeriod + processing;
    if (changes && ticks.length > 0 && !isExtra && random.below(40) === 0) {
      change = changed(current, random, kubernetes);
      current = change;
      const before = spec;
      spec = specOf(current);
      // What says the same after all is no change.
      if (kubernetes >= LOOKS_AT_ONCE_SINCE && JSON.stringify(spec) !== JSON.stringify(before)) {
        next = now;
        now -= 500;
        isExtra = true;
      } else isExtra = false;
    } else isExtra = false;
    world.advance(now);
    const seen = world.observe(spec.metrics, now);
    const pods = JSON.stringify(seen.pods);
    const podsChanged = pods !== podsBefore;
    podsBefore = pods;
    const fails = random.below(60) === 0;
    const isLost = random.below(150) === 0;
    const decision: Decision = decide(
      memory,
      spec,
      {
        now,
        scale: isLost ? undefined : { specReplicas: world.replicas, statusReplicas: world.statusReplicas },
        pods: seen.groups,
        readings: seen.readings,
        failsToWrite: fails,
      },
      settings,
    );
    ticks.push({
      ...(change === undefined ? {} : { autoscaler: change }),
      scale: isLost ? { error: true } : { spec: world.replicas, status: world.statusReplicas, selector: 'app=model' },
      ...(fails ? { writeFails: true as const } : {}),
      ...(podsChanged ? { pods: seen.pods } : {}),
      metrics: seen.metrics,
    });
    outcomes.push({
      ms: now,
      wrote: decision.written ?? null,
      desired: memory.desiredReplicas,
      conditions: memory.conditions.map(({ type, status, reason }) => [type, status, reason] as const),
    });
    if (decision.written !== undefined) world.scaleTo(decision.written, now);
    now = next;
  }
  const { kubernetes: _, ...flags } = settings;
  const json = Object.fromEntries(
    Object.entries(flags).map(([key, value]) => [key === 'tolerance' ? key : `${key}Ms`, value]),
  );
  return { scenario: { name, settings: { ...json, processingMs: processing }, autoscaler, ticks }, outcomes };
}

/** Pods that start, fail, restart, lose their readiness and go, under a load that wanders. */
class World {
  public replicas: number;
  private pods: MutablePod[] = [];
  private load = 1;
  private outage = 0;
  private number = 0;
  private readonly shape: PodShape;

  constructor(
    private readonly random: Random,
    replicas: number,
    private readonly kubernetes: number,
  ) {
    this.replicas = replicas;
    this.shape = anyShape(random, kubernetes);
    for (let count = 0; count < replicas; count += 1) this.start(-random.below(600_000), true);
  }

  public get statusReplicas(): number {
    return this.pods.filter(({ isTerminating, phase }) => !isTerminating && phase !== 'Failed').length;
  }

  private start(at: number, isOld = false): void {
    const { random } = this;
    this.number += 1;
    const delay = isOld ? 0 : random.below(3) * random.below(90_000);
    this.pods.push({
      name: `p${this.number}`,
      phase: delay > 60_000 ? 'Pending' : 'Running',
      isTerminating: false,
      goneAt: Number.POSITIVE_INFINITY,
      startTime: random.below(30) === 0 ? undefined : at,
      readyAt: random.below(25) === 0 ? Number.POSITIVE_INFINITY : at + delay,
      ready: random.below(40) === 0 ? undefined : { status: delay === 0 ? 'True' : 'False', since: at },
      speaksFrom: at + random.below(60_000),
      ...this.shape,
      containers: random.below(200) === 0 ? [{ name: 'app' }] : this.shape.containers,
    });
  }

  public scaleTo(replicas: number, now: number): void {
    this.replicas = replicas;
    const running = this.pods.filter(({ isTerminating }) => !isTerminating);
    for (let count = running.length; count < replicas; count += 1) this.start(now);
    for (const pod of running.slice(replicas)) {
      pod.isTerminating = true;
      pod.goneAt = now + this.random.below(60_000);
    }
  }

  /** What has happened by now. */
  public advance(now: number): void {
    const { random } = this;
    if (random.below(25) === 0) this.load = random.pick([0, 0.2, 0.5, 0.9, 1, 1.1, 2, 5, 20]);
    this.load *= 0.9 + random.below(21) / 100;
    if (random.below(60) === 0) this.outage = random.below(30);
    this.outage -= 1;
    if (random.below(200) === 0) this.scaleTo(random.below(12), now);
    this.pods = this.pods.filter(({ goneAt }) => goneAt > now);
    for (const pod of this.pods) {
      if (pod.phase === 'Failed' || pod.phase === 'Succeeded') continue;
      if (pod.phase === 'Pending' && random.below(3) === 0) pod.phase = 'Running';
      const isReady = pod.phase === 'Running' && now >= pod.readyAt;
      if (pod.ready !== undefined && (pod.ready.status === 'True') !== isReady) {
        pod.ready = {
          status: isReady ? 'True' : random.pick(['False', 'False', 'Unknown']),
          since: now - random.below(15_000),
        };
      }
      if (random.below(150) === 0) pod.readyAt = now + random.below(120_000);
      if (random.below(400) === 0) pod.phase = random.pick(['Failed', 'Failed', 'Succeeded']);
    }
  }

  public observe(metrics: readonly MetricSpec[], now: number) {
    const pods = this.pods.map(podJson);
    const seen = metrics.map((metric) => this.read(metric, now));
    return {
      groups: this.pods.map(groupOf),
      pods,
      readings: seen.map(({ reading }) => reading),
      metrics: seen.map(({ json }) => json),
    };
  }

  private read(metric: MetricSpec, now: number): { reading: Reading; json: MetricJson } {
    const { random } = this;
    if (this.outage > 0 ? random.below(2) === 0 : random.below(80) === 0)
      return { reading: undefined, json: { error: true } };
    const { type, amount } = metric.target;
    if (metric.type === 'Object' || metric.type === 'External') {
      const total = Math.round(
        amount * this.load * (type === 'Value' ? 1 : this.replicas) * (0.8 + random.below(50) / 100),
      );
      const values = metric.type === 'Object' || total < 2 ? [total] : [total - 1, 1];
      return { reading: { total }, json: { values } };
    }
    const samples: (Sample | undefined)[] = [];
    const json: Record<string, readonly [number, number, number]> = {};
    const requests = this.pods.map((pod) => requestOf(pod, metric, this.kubernetes));
    for (const [index, { name, phase, speaksFrom }] of this.pods.entries()) {
      const isSilent = phase === 'Pending' ? random.below(4) > 0 : now < speaksFrom || random.below(30) === 0;
      if (isSilent) {
        samples.push(undefined);
        continue;
      }
      const target = type === 'Utilization' ? ((requests[index] ?? 500) * amount) / 100 : amount;
      const exact =
        random.below(6) === 0 ? random.pick([1, 1.1, 0.9, 1.05]) : this.load * (0.7 + random.below(60) / 100);
      const sample = {
        value: Math.round(target * exact),
        timestamp: now - random.below(45_000),
        window: random.pick([15_000, 30_000, 60_000]),
      };
      samples.push(sample);
      json[name] = [sample.value, sample.timestamp, sample.window];
    }
    const strangers: Sample[] = [];
    if (random.below(40) === 0) {
      const stranger = { value: random.below(1000), timestamp: now, window: 30_000 };
      strangers.push(stranger);
      json['stranger'] = [stranger.value, stranger.timestamp, stranger.window];
    }
    return { reading: { samples, requests, strangers }, json: { pods: json } };
  }
}

interface PodShape {
  readonly containers: Pod['containers'];
  readonly initContainers?: readonly unknown[];
  readonly resources?: Pod['resources'];
}

interface MutablePod extends PodShape {
  readonly name: string;
  phase: PodGroup['phase'];
  isTerminating: boolean;
  goneAt: number;
  readonly startTime: number | undefined;
  readyAt: number;
  ready: PodGroup['ready'];
  readonly speaksFrom: number;
}

/** One or two containers, a sidecar that stays, resources of the pod as a whole. */
function anyShape(random: Random, kubernetes: number): PodShape {
  const requests = {
    cpu: random.pick(['100m', '500m', '1', '1500m', '3', '0']),
    memory: random.pick(['64Mi', '1Gi', '777M']),
  };
  const containers = [{ name: 'app', requests }];
  if (random.below(3) === 0) containers.push({ name: 'proxy', requests: { cpu: '50m', memory: '32Mi' } });
  const sidecar = { name: 'sidecar', restartPolicy: 'Always', requests: { cpu: '70m', memory: '10Mi' } };
  return {
    containers,
    ...(random.below(6) === 0 ? { initContainers: [sidecar] } : {}),
    ...(kubernetes >= 34 && random.below(6) === 0 ? { resources: { requests: { cpu: '2', memory: '2Gi' } } } : {}),
  };
}

function requestOf(pod: PodShape, metric: MetricSpec, kubernetes: number): number | undefined {
  const said = {
    containers: pod.containers.map(withResources),
    initContainers: pod.initContainers?.map(withResources),
  };
  const amounts = amountsOf({ ...said, resources: pod.resources }, metric.name, kubernetes, metric.container);
  return amounts.without.length > 0 || amounts.request === undefined ? undefined : Number(amounts.request);
}

function withResources(said: unknown): Record<string, unknown> {
  const { requests, ...container } = said as Record<string, unknown>;
  return requests === undefined ? container : { ...container, resources: { requests } };
}

function podJson(pod: MutablePod): Pod {
  const { name, phase, isTerminating, startTime, ready, containers, initContainers, resources } = pod;
  return {
    name,
    phase,
    ...(isTerminating ? { deleted: true as const } : {}),
    ...(startTime === undefined ? {} : { startMs: startTime }),
    ...(ready === undefined ? {} : { ready: { status: ready.status, sinceMs: ready.since } }),
    containers,
    ...(initContainers === undefined ? {} : { initContainers }),
    ...(resources === undefined ? {} : { resources }),
  };
}

function groupOf({ phase, isTerminating, startTime, ready }: MutablePod): PodGroup {
  return { count: 1, phase, isTerminating, startTime, ready: ready === undefined ? undefined : { ...ready } };
}
