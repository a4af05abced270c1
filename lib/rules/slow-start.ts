import { acceleratorOf } from './accelerator';
import { timesOf } from './handlers';
import type { Container } from './pods';

/** The time in which even a large model is mostly loaded. */
export const SLOW_START_SECONDS = 120;

/** What in a manifest says that a start takes longer than the liveness probe waits. */
export function slownessOf(container: Container, patience: number, kubernetes: number): string | undefined {
  const { delay } = timesOf(container.fields.readinessProbe);
  if (delay >= patience) return `its own readiness probe expects nothing before ${delay} s`;
  if (patience >= SLOW_START_SECONDS) return undefined;
  const accelerator = acceleratorOf({ containers: [container.fields] }, kubernetes);
  return accelerator === undefined ? undefined : `a model has to be loaded into ${accelerator} first`;
}
