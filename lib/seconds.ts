import type { Duration } from 'cdk8s';

/** A duration in seconds, as exact as it was said: the rules tell where Kubernetes wants whole seconds. */
export function seconds(duration: Duration): number;
export function seconds(duration: Duration | undefined): number | undefined;
export function seconds(duration: Duration | undefined): number | undefined {
  return duration?.toSeconds({ integral: false });
}
