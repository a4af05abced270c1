/** What happened, look by look: lists of the same length. Times are milliseconds from the beginning. */
export interface Timeline {
  readonly time: number[];
  /** What the target was scaled to, after the look. */
  readonly replicas: number[];
  readonly ready: number[];
  /** Pods that could serve. */
  readonly serving: number[];
  /** Averages since the look before: what came in, what was served of it, and what could have been, in cores. */
  readonly load: number[];
  readonly served: number[];
  readonly capacity: number[];
  /** What waits, in core-seconds. */
  readonly backlog: number[];
  /** What the metrics asked for; NaN where they gave no answer. */
  readonly recommended: number[];
  /** The metric that asked for the most, by its place among those of the autoscaler; -1 for none. */
  readonly metric: number[];
  /** Usage over target of that metric. */
  readonly ratio: number[];
  /** The reasons of the conditions, as `kubectl describe hpa` shows them. */
  readonly ableToScale: string[];
  readonly scalingActive: string[];
  readonly scalingLimited: string[];
  /** What held the proposal of the metric back, and what of recent proposals held it; empty for nothing. */
  readonly held: string[];
  readonly stabilized: string[];
  readonly totals: Totals;
}

/** Over the whole time. */
export interface Totals {
  /** Core-seconds. */
  came: number;
  served: number;
  dropped: number;
  /** What still waits at the end. */
  waiting: number;
  /** Milliseconds in which not all could be served at once. */
  overloaded: number;
  /** When that was over for the first time; nothing where it never was so, or never over. */
  firstEnough: number | undefined;
  /** Pod-milliseconds of pods that were created and not gone. */
  pods: number;
}

export function emptyTimeline(): Timeline {
  return {
    time: [],
    replicas: [],
    ready: [],
    serving: [],
    load: [],
    served: [],
    capacity: [],
    backlog: [],
    recommended: [],
    metric: [],
    ratio: [],
    ableToScale: [],
    scalingActive: [],
    scalingLimited: [],
    held: [],
    stabilized: [],
    totals: { came: 0, served: 0, dropped: 0, waiting: 0, overloaded: 0, firstEnough: undefined, pods: 0 },
  };
}
