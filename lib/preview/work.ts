import type { Fleet } from './fleet';
import { type LoadPart, type LoadReader, readerOf } from './load';
import type { Setup } from './model';
import type { Timeline } from './timeline';

/** Core-milliseconds that are no more than what numbers are rounded by. */
const LEAST = 1e-6;

/** Where in a straight line from one value to another a third is crossed, from 0 to 1; nothing where it is not. */
function crossingOf(start: number, end: number, value: number): number | undefined {
  if ((start - value) * (end - value) >= 0 || !Number.isFinite(value)) return undefined;
  return (value - start) / (end - start);
}

const nothingUntil = (until: number): LoadPart => ({ until, start: 0, end: 0 });

/** The load, and who serves it. */
export class Work {
  private readonly reader: LoadReader | undefined;
  private readonly isClosed: boolean;
  /** Cores of a pod that serve: what it uses anyway is taken off its limit. */
  private readonly limit: number;
  private backlog = 0;
  /** Since the last look, in core-milliseconds. */
  private came = 0;
  private served = 0;
  private possible = 0;
  private noted = 0;

  constructor(
    private readonly setup: Setup,
    private readonly fleet: Fleet,
    private readonly timeline: Timeline,
  ) {
    this.reader = setup.cpuLoad === undefined ? undefined : readerOf(setup.cpuLoad);
    this.isClosed = setup.cpuLoad?.isClosed ?? false;
    this.limit = Math.max(0, (setup.pod.cpuLimit ?? Number.POSITIVE_INFINITY) - setup.model.idleCpu);
  }

  /** From one time to another, between which no pod changes. */
  public go(from: number, to: number): void {
    let ready = 0;
    let serving = 0;
    for (const { count, phase, ready: condition, isTerminating, servesAt } of this.fleet.batches) {
      this.timeline.totals.pods += count * (to - from);
      if (phase !== 'Running' || isTerminating || condition.status !== 'True') continue;
      ready += count;
      if (servesAt <= from) serving += count;
    }
    for (let at = from; at < to; ) {
      const { until, start, end } = this.reader?.part(to) ?? nothingUntil(to);
      // Each ready pod gets its share, whether it can serve or not.
      const share = ready === 0 ? 0 : serving / ready;
      const capacity = serving * this.limit;
      const crossing = crossingOf(start * share, end * share, capacity);
      if (crossing === undefined) this.serve(at, until, (start + end) / 2, share, serving);
      else {
        const middle = at + (until - at) * crossing;
        const between = start + (end - start) * crossing;
        this.serve(at, middle, (start + between) / 2, share, serving);
        this.serve(middle, until, (between + end) / 2, share, serving);
      }
      at = until;
    }
  }

  /** In a time in which what comes in is all the while more, or less, than what can be served. */
  private serve(from: number, to: number, mean: number, share: number, serving: number): void {
    const span = to - from;
    if (span <= 0) return;
    const { totals } = this.timeline;
    const came = mean * span;
    const possible = serving === 0 ? 0 : serving * this.limit * span;
    const waiting = serving > 0 ? this.backlog : 0;
    const served = Math.min(came * share + waiting, possible);
    if (this.isClosed) {
      // Who waits asks nothing else: it is slower, and nothing is lost.
    } else if (this.setup.model.unserved === 'queue') {
      this.backlog += came - served;
    } else {
      totals.dropped += (came - served) / 1000;
    }
    if (came - served > LEAST || this.backlog > LEAST) {
      totals.overloaded += span;
    } else if (totals.overloaded > 0) totals.firstEnough ??= from;
    this.use(from, span, serving === 0 ? 0 : served / serving);
    totals.waiting = this.backlog / 1000;
    totals.came += came / 1000;
    totals.served += served / 1000;
    this.came += came;
    this.served += served;
    this.possible += possible;
  }

  private use(from: number, span: number, each: number): void {
    const { idleCpu } = this.setup.model;
    const startupCpu = Math.min(this.setup.model.startupCpu, this.setup.pod.cpuLimit ?? Number.POSITIVE_INFINITY);
    for (const batch of this.fleet.batches) {
      if (batch.phase !== 'Running') continue;
      const isServing = batch.servesAt <= from;
      const takesPart = isServing && !batch.isTerminating && batch.ready.status === 'True';
      batch.used += isServing ? idleCpu * span + (takesPart ? each : 0) : startupCpu * span;
    }
  }

  public note(now: number): void {
    const { timeline } = this;
    const span = now - this.noted;
    let ready = 0;
    let serving = 0;
    for (const batch of this.fleet.batches) {
      if (batch.isTerminating || batch.ready.status !== 'True') continue;
      ready += batch.count;
      if (batch.servesAt <= now) serving += batch.count;
    }
    timeline.time.push(now);
    timeline.ready.push(ready);
    timeline.serving.push(serving);
    timeline.load.push(span > 0 ? this.came / span : 0);
    timeline.served.push(span > 0 ? this.served / span : 0);
    timeline.capacity.push(span > 0 ? this.possible / span : 0);
    timeline.backlog.push(this.backlog / 1000);
    this.came = 0;
    this.served = 0;
    this.possible = 0;
    this.noted = now;
  }
}
