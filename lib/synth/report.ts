/** Where a synth publishes its `WriteReport`, for a command line to print: the library itself prints nothing. */
export const SYNTH_CHANNEL = 'cdk8s-autoscaled-ml-app:synth';

/** What a synth did to the output folder: file names relative to it. */
export interface WriteReport {
  readonly outdir: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}
