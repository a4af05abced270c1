import { acceleratorOf } from './accelerator';
import { isLongRunning, patienceOf, timesOf } from './handlers';
import type { ManifestSet } from './manifest-set';
import { type Container, containersWith } from './pods';
import { type Fault, fault } from './rule';

/** The time in which even a large model is mostly loaded. */
const SLOW_START_SECONDS = 120;

/** A liveness probe that may kill a container before its model is loaded, and what says that it does. */
interface ImpatientProbe {
  readonly container: Container;
  /** How long after the start it gives the container up. */
  readonly seconds: number;
  /** Nothing where the manifest says nothing of a slow start. */
  readonly slowness: string | undefined;
}

/** The liveness probes that no startup probe holds back, and that do not wait as long as a start may take. */
export function impatientProbesIn(set: ManifestSet): readonly ImpatientProbe[] {
  return containersWith(set, 'livenessProbe')
    .filter(isLongRunning)
    .filter(({ fields: { livenessProbe, startupProbe } }) => livenessProbe != null && startupProbe == null)
    .map((container) => {
      const seconds = patienceOf(container.fields.livenessProbe);
      return { container, seconds, slowness: slownessOf(container, seconds, set.settings.kubernetes) };
    })
    .filter(({ seconds, slowness }) => seconds < SLOW_START_SECONDS || slowness !== undefined);
}

export function impatienceFault({ container, seconds }: ImpatientProbe, since: string): Fault {
  return fault(
    container.manifest,
    { path: `${container.path}.livenessProbe`, value: seconds },
    `must leave more seconds to start, since ${since}: a container that does not answer by then is killed`,
    'add a startupProbe that asks the same, with failureThreshold x periodSeconds over the longest start (startupBudget)',
  );
}

/** What in a manifest says that a start takes longer than the liveness probe waits. */
function slownessOf(container: Container, patience: number, kubernetes: number): string | undefined {
  const { delay } = timesOf(container.fields.readinessProbe);
  if (delay >= patience) return `its own readiness probe expects nothing before ${delay} s`;
  if (patience >= SLOW_START_SECONDS) return undefined;
  const accelerator = acceleratorOf({ containers: [container.fields] }, kubernetes);
  return accelerator === undefined ? undefined : `a model has to be loaded into ${accelerator} first`;
}
