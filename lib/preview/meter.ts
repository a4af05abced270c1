import type { Sample } from '../autoscaling/controller/pods';
import type { Reading } from '../autoscaling/controller/proposal';
import type { MetricSpec } from '../autoscaling/controller/spec';
import type { Batch } from './fleet';
import { type LoadReader, readerOf } from './load';
import type { Source } from './model';

/** metrics-server asks the nodes: a pod has a value once it has been seen twice. */
export function scrape(batches: readonly Batch[], now: number, window: number, idle: number): void {
  for (const batch of batches) {
    if (batch.phase !== 'Running') continue;
    if (batch.wasSeen) {
      // Before the beginning there was no load.
      const used = now < window ? batch.used + idle * (window - now) : batch.used - batch.usedBefore;
      // In whole thousandths, rounded up, as the controller reads them.
      batch.sample = { value: Math.ceil((used / window) * 1000 - 1e-9), timestamp: now, window };
    }
    batch.usedBefore = batch.used;
    batch.wasSeen = true;
  }
}

/** One metric, read as the controller would read it. */
export class Meter {
  private readonly reader: LoadReader | undefined;
  private readonly isOfPods: boolean;
  private readonly isCpu: boolean;
  private value = 0;

  constructor(
    metric: MetricSpec,
    private readonly source: Source,
  ) {
    this.reader = source.load === undefined ? undefined : readerOf(source.load);
    // What is there at the beginning was there before.
    this.value = source.load?.times[0] === 0 ? (source.load.values[0] ?? 0) * 1000 : 0;
    this.isOfPods = metric.type !== 'Object' && metric.type !== 'External';
    this.isCpu = metric.name === 'cpu' && metric.type !== 'Pods';
  }

  public scrape(now: number): void {
    if (this.reader !== undefined) this.value = this.reader.mean(now) * 1000;
  }

  public read(batches: readonly Batch[], now: number): Reading {
    const { request, constant } = this.source;
    if (!this.isOfPods) {
      return this.reader === undefined ? undefined : { total: whole(this.value) };
    }
    const requests = batches.map(() => request);
    if (this.isCpu) return anySample(batches) ? { samples: batches.map(({ sample }) => sample), requests } : undefined;
    if (constant !== undefined) return { samples: batches.map((batch) => seen(batch, constant, now)), requests };
    if (this.reader === undefined) return undefined;
    let ready = 0;
    for (const { count, ready: condition, isTerminating } of batches) {
      if (!isTerminating && condition.status === 'True') ready += count;
    }
    const share = ready === 0 ? 0 : whole(this.value / ready);
    return { samples: batches.map((batch) => seen(batch, batch.ready.status === 'True' ? share : 0, now)), requests };
  }
}

function anySample(batches: readonly Batch[]): boolean {
  for (const { sample } of batches) if (sample !== undefined) return true;
  return false;
}

/** In whole thousandths, and what is left cut off, as the adapters of metrics do it; a rounding error is nothing left. */
function whole(value: number): number {
  return Math.floor(value + 1e-6);
}

/** A value of a pod that was seen at a scrape. */
function seen({ wasSeen, phase }: Batch, value: number, now: number): Sample | undefined {
  return wasSeen && phase === 'Running' ? { value, timestamp: now, window: 60_000 } : undefined;
}
