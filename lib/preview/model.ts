import type { ControllerSettings } from '../autoscaling/controller/settings';
import type { AutoscalerSpec } from '../autoscaling/controller/spec';
import type { Load } from './load';

/**
 * What a preview assumes of everything around the controller. docs/preview.md says where each assumption comes from.
 * All times are in milliseconds.
 */
export interface Model {
  /** From when a pod runs until it could serve: loading the model, warming up. */
  readonly startup: number;
  /** From when a pod runs until it is Ready; without a readiness probe, that is at once. */
  readonly untilReady: number;
  /** Cores that a pod uses while it starts. */
  readonly startupCpu: number;
  /** From the creation of a pod until it runs: finding a node, making one, pulling the image. */
  readonly untilRunning: number;
  /** From the deletion of a pod until it is gone. */
  readonly termination: number;
  /** What a pod uses without any load, in cores. */
  readonly idleCpu: number;
  /** Whether what can't be served waits, or is dropped. */
  readonly unserved: 'queue' | 'drop';
  /** From one scrape of metrics-server to the next, over which it also averages, and when the first one is. */
  readonly metricsResolution: number;
  readonly metricsOffset: number;
  /** What a look of the controller takes, by which its looks drift. */
  readonly processing: number;
}

/** What pods of a workload ask for and may use. */
export interface PodAmounts {
  /** Cores that a pod may use; without a limit it uses what it is asked for. */
  readonly cpuLimit?: number;
  readonly cpuRequest?: number;
  readonly gpus: number;
  /** Whether one container is all there is, so that request and limit are of the same. */
  readonly isAlone: boolean;
}

/** A metric of the autoscaler, and what it is read from. */
export interface Source {
  /** Cores of all pods, or the metric's own value; nothing where no load was given for it. */
  readonly load?: Load;
  /** Thousandths that a pod asks for of the resource. */
  readonly request?: number;
  /** Thousandths that a pod uses whatever the load is: memory. */
  readonly constant?: number;
}

/** When a probe is asked, in milliseconds, and how often it has to succeed. */
export interface ProbeTimes {
  readonly delay: number;
  readonly period: number;
  readonly successes: number;
}

/** How long a pod may take to serve before the kubelet ends it, and the probe by which it does. */
export interface StartupBudget {
  readonly time: number;
  readonly probe: string;
}

/** Everything that decides what will happen. */
export interface Setup {
  readonly spec: AutoscalerSpec;
  readonly settings: ControllerSettings;
  readonly model: Model;
  readonly pod: PodAmounts;
  readonly startupBudget?: StartupBudget;
  /** What a pod has to pass before it is Ready. */
  readonly probes: readonly ProbeTimes[];
  /** What keeps the pods busy: cores of all of them. */
  readonly cpuLoad?: Load;
  /** The place of the metric whose value the load of the app is, where the pods are not scaled on CPU. */
  readonly loadMetric?: number;
  /** One for each metric of the spec. */
  readonly sources: readonly Source[];
  /** How many pods there are at the beginning, all of them ready. */
  readonly initialReplicas: number;
  readonly duration: number;
}
