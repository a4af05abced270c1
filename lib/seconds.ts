import type { Duration } from 'cdk8s';

/**
 * A duration in seconds, as exact as it was said: the rules tell where Kubernetes wants whole seconds.
 *
 * Throws where it is no Duration: JavaScript without types passes anything.
 */
export function seconds(duration: Duration): number;
export function seconds(duration: Duration | undefined): number | undefined;
export function seconds(duration: Duration | undefined): number | undefined {
  if (duration === undefined || duration === null) return undefined;
  if (typeof duration.toSeconds !== 'function') {
    throw new TypeError(`a time must be a Duration, such as Duration.seconds(600), got ${JSON.stringify(duration)}`);
  }
  return duration.toSeconds({ integral: false });
}
