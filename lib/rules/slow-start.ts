import { at, fields } from '../manifest';
import { quantityOf } from '../quantity';
import { acceleratorOf } from './accelerator';
import { timesOf } from './handlers';
import type { Container } from './pods';

/** The time in which even a large model is mostly loaded. */
export const SLOW_START_SECONDS = 120;

/** A model of this size takes its time to come from a disk or from the network. */
const LARGE_MEMORY = quantityOf('8Gi') ?? 0n;

/** What in a manifest says that a start takes longer than the liveness probe waits. */
export function slownessOf(container: Container, patience: number, kubernetes: number): string | undefined {
  const { delay } = timesOf(container.fields.readinessProbe);
  if (delay >= patience) return `its own readiness probe expects nothing before ${delay} s`;
  if (patience >= SLOW_START_SECONDS) return undefined;
  const accelerator = acceleratorOf({ containers: [container.fields] }, kubernetes);
  if (accelerator !== undefined) return `a model has to be loaded into ${accelerator} first`;
  const { requests, limits } = fields(container.fields.resources);
  const memory = at(requests, 'memory') ?? at(limits, 'memory');
  return (quantityOf(memory) ?? 0n) >= LARGE_MEMORY ? `a model of up to ${memory} has to be loaded first` : undefined;
}
