import type { PodGroup, Ready, Sample } from '../autoscaling/controller/pods';
import type { Model } from './model';

/** Pods that were created together. */
export interface Batch extends PodGroup {
  count: number;
  phase: PodGroup['phase'];
  isTerminating: boolean;
  startTime: number | undefined;
  ready: Ready;
  readonly runsAt: number;
  readonly readyAt: number;
  readonly servesAt: number;
  /** When the last of it is gone. */
  goneAt: number;
  /** Core-milliseconds that a pod has used so far, and by the scrape before. */
  used: number;
  usedBefore: number;
  /** Whether that scrape saw it run. */
  wasSeen: boolean;
  sample: Sample | undefined;
}

/** The pods of a workload, and what becomes of them. */
export class Fleet {
  public batches: Batch[] = [];

  constructor(
    private readonly model: Model,
    replicas: number,
  ) {
    // They are there for longer than anything looks back.
    if (replicas > 0) this.create(replicas, -3_600_000);
    this.advance(0);
    const { idleCpu, metricsOffset, metricsResolution } = model;
    const timestamp = metricsOffset - metricsResolution;
    for (const batch of this.batches) {
      batch.wasSeen = true;
      batch.sample = { value: Math.ceil(idleCpu * 1000), timestamp, window: metricsResolution };
    }
  }

  public get replicas(): number {
    let count = 0;
    for (const batch of this.batches) if (!batch.isTerminating) count += batch.count;
    return count;
  }

  public scaleTo(replicas: number, now: number): void {
    const missing = replicas - this.replicas;
    if (missing > 0) this.create(missing, now);
    else this.remove(-missing, now);
  }

  private create(count: number, now: number): void {
    const { untilRunning, untilReady, startup } = this.model;
    const runsAt = now + untilRunning;
    this.batches.push({
      count,
      phase: 'Pending',
      isTerminating: false,
      startTime: undefined,
      ready: { status: 'False', since: now },
      runsAt,
      readyAt: runsAt + untilReady,
      servesAt: runsAt + startup,
      goneAt: Number.POSITIVE_INFINITY,
      used: 0,
      usedBefore: 0,
      wasSeen: false,
      sample: undefined,
    });
  }

  /** The youngest go first, as a ReplicaSet does it. */
  private remove(count: number, now: number): void {
    let left = count;
    for (let index = this.batches.length - 1; index >= 0 && left > 0; index -= 1) {
      const batch = this.batches[index] as Batch;
      if (batch.isTerminating) continue;
      const going = Math.min(left, batch.count);
      left -= going;
      const leaving: Batch = { ...batch, count: going, isTerminating: true, goneAt: now + this.model.termination };
      batch.count -= going;
      if (this.model.termination > 0) this.batches.push(leaving);
    }
    this.batches = this.batches.filter((batch) => batch.count > 0);
  }

  /** Brings every pod to where it is at a time; gives the time of the next change. */
  public advance(now: number): number {
    let next = Number.POSITIVE_INFINITY;
    let isOver = false;
    for (const batch of this.batches) {
      if (batch.goneAt <= now) isOver = true;
      if (batch.phase === 'Pending' && batch.runsAt <= now) {
        batch.phase = 'Running';
        batch.startTime = batch.runsAt;
      }
      if (batch.ready.status === 'False' && batch.readyAt <= now)
        batch.ready = { status: 'True', since: batch.readyAt };
      for (const change of [batch.runsAt, batch.readyAt, batch.servesAt, batch.goneAt]) {
        if (change > now && change < next) next = change;
      }
    }
    if (isOver) this.batches = this.batches.filter(({ goneAt }) => goneAt > now);
    return next;
  }
}
