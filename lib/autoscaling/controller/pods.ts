import type { ControllerSettings } from './settings';

/** Pods that are alike in all that the controller looks at. */
export interface PodGroup {
  readonly count: number;
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  /** Whether they are being deleted. */
  readonly isTerminating: boolean;
  /** When the kubelet took them on, in milliseconds; nothing where it has not. */
  readonly startTime?: number;
  /** Their Ready condition; nothing where they have none. */
  readonly ready?: Ready;
}

export interface Ready {
  readonly status: 'True' | 'False' | 'Unknown';
  /** When it became so, in milliseconds. */
  readonly since: number;
}

/** What was measured of a pod: an average over the time before. */
export interface Sample {
  /** Thousandths. */
  readonly value: number;
  /** When it was taken, and over how long, in milliseconds. */
  readonly timestamp: number;
  readonly window: number;
}

/** How the controller counts pods: groupPods. */
export type PodClass = 'ignored' | 'unready' | 'missing' | 'ready';

/**
 * Of a group, how it counts for a metric.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/replica_calculator.go
 */
export function classOf(
  pods: PodGroup,
  sample: Sample | undefined,
  isCpu: boolean,
  now: number,
  settings: ControllerSettings,
): PodClass {
  if (pods.isTerminating || pods.phase === 'Failed') return 'ignored';
  if (pods.phase === 'Pending') return 'unready';
  if (sample === undefined) return 'missing';
  return isCpu && hasNoCpuYet(pods, sample, now, settings) ? 'unready' : 'ready';
}

/** While it starts, a pod may use CPU that says nothing of the load. */
function hasNoCpuYet(pods: PodGroup, sample: Sample, now: number, settings: ControllerSettings): boolean {
  const { ready, startTime } = pods;
  if (ready === undefined || startTime === undefined) return true;
  if (startTime + settings.cpuInitializationPeriod > now) {
    return ready.status === 'False' || sample.timestamp < ready.since + sample.window;
  }
  return ready.status === 'False' && startTime + settings.initialReadinessDelay > ready.since;
}

export function isReady({ phase, ready }: PodGroup): boolean {
  return phase === 'Running' && ready?.status === 'True';
}
