/** What comes in over time: straight lines between points, or steps from one to the next. */
export interface Load {
  /** Milliseconds from the beginning, rising; at least one. Two of the same time make a step. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** When it is over, in milliseconds: what is left is silence. */
  readonly end: number;
  /**
   * Whether those who ask wait for their answer before they ask again, so that nothing piles up: of siege and wrk, not of
   * the world.
   */
  readonly isClosed?: boolean;
}

/** Reads a load from its beginning to its end: each part is asked for once. */
export interface LoadReader {
  /** From where it was read last to its next point, or to a time before that. */
  readonly part: (to: number) => LoadPart;
  /** The average from where it was read last to a later time. */
  readonly mean: (to: number) => number;
}

/** A part in which the load goes straight. */
export interface LoadPart {
  readonly until: number;
  /** The values at its two ends. */
  readonly start: number;
  readonly end: number;
}

export function readerOf({ times, values, end }: Load): LoadReader {
  let from = 0;
  let index = 0;
  /** The value in the part from the point at the index to the next. */
  const valueAt = (time: number): number => {
    const [t0, v0] = [times[index] as number, values[index] as number];
    const t1 = times[index + 1];
    if (t1 === undefined || t1 === t0) return v0;
    return v0 + ((values[index + 1] as number) - v0) * ((time - t0) / (t1 - t0));
  };
  const part = (to: number): LoadPart => {
    const begin = times[0] ?? Number.POSITIVE_INFINITY;
    if (from < begin || from >= end) {
      // Nothing comes in before the first point, nor when it is over.
      from = from < begin ? Math.min(to, begin) : to;
      return { until: from, start: 0, end: 0 };
    }
    while (index + 1 < times.length && (times[index + 1] as number) <= from) index += 1;
    const until = Math.min(to, end, times[index + 1] ?? to);
    const read = { until, start: valueAt(from), end: valueAt(until) };
    from = until;
    return read;
  };
  const mean = (to: number): number => {
    const start = from;
    if (to <= start) return 0;
    let area = 0;
    while (from < to) {
      const before = from;
      const read = part(to);
      area += ((read.start + read.end) / 2) * (read.until - before);
    }
    return area / (to - start);
  };
  return { part, mean };
}

/** A load of points, with times in milliseconds, between which it does not change. */
export function steps(points: readonly (readonly [time: number, value: number])[], end: number): Load {
  const times: number[] = [];
  const values: number[] = [];
  for (const [index, [time, value]] of points.entries()) {
    times.push(time);
    values.push(value);
    const next = points[index + 1];
    if (next !== undefined) {
      times.push(next[0]);
      values.push(value);
    }
  }
  return { times, values, end };
}

/** A load of points, with times in milliseconds, between which it goes straight. */
export function lines(points: readonly (readonly [time: number, value: number])[], end: number): Load {
  return { times: points.map(([time]) => time), values: points.map(([, value]) => value), end };
}

/** The same, so many times as high. */
export function scaled(load: Load, factor: number): Load {
  return factor === 1 ? load : { ...load, values: load.values.map((value) => value * factor) };
}

/** Requests a second as the cores that they keep busy. Clients that wait keep a core busy each, whatever a request costs. */
export function inCores(load: Load, cpuPerRequest: number): Load {
  return load.isClosed ? load : scaled(load, cpuPerRequest);
}

/** The highest value that it has. */
export function peakOf({ values }: Load): number {
  let peak = 0;
  for (const value of values) if (value > peak) peak = value;
  return peak;
}

/** When it first rises over what it was at the beginning; nothing where it never does. */
export function riseOf({ times, values }: Load): number | undefined {
  const base = values[0] ?? 0;
  const index = values.findIndex((value) => value > base);
  if (index === -1) return base > 0 ? times[0] : undefined;
  // A step begins at its time, a ramp at the point before.
  return times[index] === times[index - 1] ? times[index] : times[index - 1];
}

/** When it is for good as low as it ends; nothing where it never falls. */
export function fallOf({ times, values, end }: Load): number | undefined {
  if (Number.isFinite(end) && (values.at(-1) ?? 0) > 0) return end;
  for (let index = values.length - 1; index > 0; index -= 1) {
    if ((values[index] as number) < (values[index - 1] as number)) return times[index];
  }
  return undefined;
}

/** Until ten minutes after its last change: by then the pods are back at rest. */
export function durationFor({ times, end }: Load): number {
  const last = Number.isFinite(end) ? end : (times.at(-1) ?? 0);
  return last + 10 * 60_000;
}
