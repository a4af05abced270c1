import { DEFAULT_MODEL } from './defaults';
import type { Load } from './load';
import type { PreviewOptions } from './options';

/** What of a request makes no sense, with its name; nothing where all does. TypeScript says some of it, JavaScript none. */
export function nonsenseIn({ load, metricLoads, model, controller, ...said }: PreviewOptions): string | undefined {
  for (const [name, each] of [['load', load] as const, ...(metricLoads ?? [])]) {
    const wrong = each === undefined ? undefined : wrongLoad(each);
    if (wrong !== undefined) return `${name}: ${wrong}`;
  }
  const { unserved, ...numbers } = model ?? {};
  if (unserved !== undefined && unserved !== 'queue' && unserved !== 'drop') {
    return `model.unserved must be queue or drop, got ${String(unserved)}`;
  }
  const named = {
    ...prefixed('', { startup: said.startup, initialReplicas: said.initialReplicas }),
    ...prefixed('model.', numbers),
    ...prefixed('controller.', controller ?? {}),
  };
  for (const [name, value] of Object.entries(named)) {
    if (value !== undefined && !isAmount(value)) return `${name} must be a number of at least 0, got ${String(value)}`;
  }
  for (const [name, value] of Object.entries({
    duration: said.duration,
    cpuPerRequest: said.cpuPerRequest,
    'model.metricsResolution': numbers.metricsResolution,
    'controller.syncPeriod': controller?.syncPeriod,
  })) {
    if (value !== undefined && !(isAmount(value) && value > 0))
      return `${name} must be more than 0, got ${String(value)}`;
  }
  const { metricsOffset = 0, metricsResolution = DEFAULT_MODEL.metricsResolution } = numbers;
  if (metricsOffset > metricsResolution) {
    return `model.metricsOffset must be at most metricsResolution (${metricsResolution}), got ${metricsOffset}`;
  }
  if (said.duration !== undefined && said.duration > LONGEST)
    return `duration must be at most 366 days, got ${said.duration}`;
  if (said.initialReplicas !== undefined && !Number.isInteger(said.initialReplicas)) {
    return `initialReplicas must be a whole number, got ${said.initialReplicas}`;
  }
  return undefined;
}

/** A year: two million looks. */
export const LONGEST = 366 * 24 * 3_600_000;

function wrongLoad({ times, values, end }: Load): string | undefined {
  if (times.length === 0 || times.length !== values.length) {
    return `must have as many times as values, and at least one, got ${times.length} and ${values.length}`;
  }
  const value = values.find((each) => !isAmount(each));
  if (value !== undefined) return `a value must be a number of at least 0, got ${value}`;
  const index = times.findIndex((time, at) => !isAmount(time) || time < (times[at - 1] ?? 0));
  if (index !== -1) return `time must go on, got ${times[index]} after ${times[index - 1] ?? 0}`;
  return end >= (times.at(-1) ?? 0) ? undefined : `must end after its last point, got ${end}`;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function prefixed(prefix: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}
