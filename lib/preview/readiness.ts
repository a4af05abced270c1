import { at, type Fields } from '../manifest';
import type { ProbeTimes, StartupBudget } from './model';

/** What the container that starts for long has to pass before its pod is Ready. */
export function probesOf({ startupProbe, readinessProbe }: Fields): ProbeTimes[] {
  return [startupProbe, readinessProbe].filter((probe) => probe != null).map(timesOf);
}

/** When a pod that starts for so long is Ready: each probe succeeds when it is first asked after the start is over. */
export function untilReady(probes: readonly ProbeTimes[], startup: number): number {
  return probes.reduce((latest, { delay, period, successes }) => {
    const asked = startup <= delay ? 0 : Math.ceil((startup - delay) / period);
    return Math.max(latest, delay + (asked + successes - 1) * period);
  }, 0);
}

/** The probe that ends a container which does not serve yet. */
export function startupBudgetOf({ name, startupProbe, livenessProbe }: Fields): StartupBudget | undefined {
  const [kind, probe] = startupProbe == null ? ['liveness', livenessProbe] : ['startup', startupProbe];
  if (probe == null) return undefined;
  const { delay, period } = timesOf(probe);
  const failures = Number(at(probe, 'failureThreshold') ?? 3);
  return { time: delay + failures * period, probe: `${kind} probe of container ${name}` };
}

/** With the defaults of the API server. */
function timesOf(probe: unknown): ProbeTimes {
  const seconds = (field: string, otherwise: number) => Number(at(probe, field) ?? otherwise) * 1000;
  return {
    delay: seconds('initialDelaySeconds', 0),
    period: seconds('periodSeconds', 10),
    successes: Number(at(probe, 'successThreshold') ?? 1),
  };
}
