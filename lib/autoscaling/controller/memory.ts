import type { Condition } from './conditions';

/**
 * What the controller keeps of an autoscaler from one look to the next: in memory, so that a restart forgets it, and in
 * the status of the autoscaler.
 */
export interface Memory {
  /** Nothing before the first look. */
  recommendations: Recommendation[] | undefined;
  readonly scaleUps: ScaleEvent[];
  readonly scaleDowns: ScaleEvent[];
  /** In the order in which they were first set. */
  readonly conditions: Condition[];
  desiredReplicas: number;
}

/** What the metrics asked for, before anything held it back. */
export interface Recommendation {
  replicas: number;
  timestamp: number;
}

/** A change that the controller made. */
export interface ScaleEvent {
  /** How many pods more, or fewer. */
  change: number;
  timestamp: number;
  /** Whether a later event may take its place. It still counts until one does. */
  isOutdated: boolean;
}

export function emptyMemory(): Memory {
  return { recommendations: undefined, scaleUps: [], scaleDowns: [], conditions: [], desiredReplicas: 0 };
}
