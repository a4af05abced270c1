/** Where a synth publishes its `SynthReport`, for a command line to print: the library itself prints nothing. */
export const SYNTH_CHANNEL = 'cdk8s-autoscaled-ml-app:synth';

/** What a synth did to the output folder: file names relative to it. */
export interface WriteReport {
  readonly outdir: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** What a synth did, and what it found in what it wrote that will hurt though Kubernetes accepts it. */
export interface SynthReport extends WriteReport {
  readonly warnings: readonly string[];
}

/** Where a synth publishes its `SynthProgress`, often. */
export const PROGRESS_CHANNEL = 'cdk8s-autoscaled-ml-app:progress';

/** What a synth is at. */
export interface SynthProgress {
  /** Such as `writing files`. */
  readonly doing: string;
  readonly done: number;
  readonly total: number;
}
