import type { Duration } from 'cdk8s';

/** A duration in seconds, as exact as it was said: the gate tells where Kubernetes wants whole seconds. */
export function seconds(duration: Duration | undefined): number | undefined {
  return duration?.toSeconds({ integral: false });
}
