import type { ControllerSettings } from '../autoscaling/controller/settings';
import type { Load } from './load';
import type { Model } from './model';

/** What a person says of a preview; what is not said is assumed. All times are in milliseconds. */
export interface PreviewOptions {
  /**
   * What keeps the pods busy, in cores, or in requests a second where `cpuPerRequest` is said; of an autoscaler without a
   * metric of CPU, the value of its first metric that is no memory.
   */
  readonly load?: Load;
  /** CPU time of a request, in seconds. */
  readonly cpuPerRequest?: number;
  /** Loads of metrics, by their names, in the metrics' own values. */
  readonly metricLoads?: ReadonlyMap<string, Load>;
  /** Until a pod can serve; otherwise as long as its probes wait. */
  readonly startup?: number;
  readonly model?: Partial<Omit<Model, 'startup' | 'untilReady'>>;
  readonly controller?: Partial<Omit<ControllerSettings, 'kubernetes'>>;
  /** How many pods there are at the beginning; otherwise as few as there may be. */
  readonly initialReplicas?: number;
  readonly duration?: number;
}
