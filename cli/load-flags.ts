import { readFileSync, statSync } from 'node:fs';
import type { parseArgs } from 'node:util';
import { type Assumed, readAssumptions } from '../lib/preview/assumption';
import type { Load } from '../lib/preview/load';
import { parseLoadFile } from '../lib/preview/load-file';
import { isShape, parseShape } from '../lib/preview/load-spec';
import type { PreviewRequest } from '../lib/preview/preview';
import { parseSeconds } from '../lib/preview/seconds';
import { LONGEST } from '../lib/preview/validate';
import { InputError } from './files';

/** The flags that say a load, and how pods stand it: for every verb that plays one. */
export const LOAD_FLAGS = {
  load: { type: 'string', multiple: true },
  'cpu-per-request': { type: 'string' },
  duration: { type: 'string' },
  startup: { type: 'string' },
  'startup-cpu': { type: 'string' },
  'node-delay': { type: 'string' },
  'idle-cpu': { type: 'string' },
  replicas: { type: 'string' },
  unserved: { type: 'string' },
  assume: { type: 'string', multiple: true },
} as const;

type LoadValues = ReturnType<typeof parseArgs<{ options: typeof LOAD_FLAGS }>>['values'];

/** What the flags say of a load. */
export function loadRequestOf(values: LoadValues): PreviewRequest {
  const { load, metricLoads } = readLoads(values.load ?? []);
  const assumed = assumptions(values.assume ?? []);
  const unserved = values.unserved ?? 'queue';
  if (unserved !== 'queue' && unserved !== 'drop')
    throw new InputError(`--unserved must be queue or drop, got ${unserved}`);
  return {
    load,
    cpuPerRequest: values['cpu-per-request'] === undefined ? undefined : perRequestOf(values),
    metricLoads,
    startup: values.startup === undefined ? undefined : time('startup', values),
    duration: values.duration === undefined ? undefined : length('duration', time('duration', values)),
    initialReplicas: values.replicas === undefined ? undefined : whole('replicas', values),
    controller: assumed.controller,
    model: {
      ...assumed.model,
      unserved,
      ...(values['startup-cpu'] === undefined ? {} : { startupCpu: number('startup-cpu', values) }),
      ...(values['idle-cpu'] === undefined ? {} : { idleCpu: number('idle-cpu', values) }),
      ...(values['node-delay'] === undefined ? {} : { untilRunning: time('node-delay', values) }),
    },
  };
}

/** Cores of a request a second. */
export function perRequestOf(values: LoadValues): number {
  return values['cpu-per-request'] === undefined ? 1 : time('cpu-per-request', values) / 1000;
}

function assumptions(said: readonly string[]): Assumed {
  try {
    return readAssumptions(said);
  } catch (error) {
    throw new InputError(`--assume ${(error as Error).message}`);
  }
}

/** A load of the app, and loads of metrics by their names: `queue_depth=ramp:to=100`. */
function readLoads(said: readonly string[]): { load?: Load; metricLoads: ReadonlyMap<string, Load> } {
  const metricLoads = new Map<string, Load>();
  let load: Load | undefined;
  for (const each of said) {
    const name = metricNameIn(each);
    if (name !== undefined) metricLoads.set(name, readLoad(each.slice(name.length + 1)));
    else if (load === undefined) load = readLoad(each);
    else throw new InputError(`--load says the load of the app twice: ${each}; NAME=LOAD is that of a metric`);
  }
  return { load, metricLoads };
}

/** What stands before `=`, unless that is a shape with its settings, or the name of a file. */
export function metricNameIn(said: string): string | undefined {
  const at = said.indexOf('=');
  return at === -1 || isShape(said) || isFile(said) ? undefined : said.slice(0, at);
}

/** A file where there is one of that name; otherwise a shape. */
function readLoad(said: string): Load {
  if (isFile(said)) return parseLoadFile(said, readText(said));
  if (/[/\\]|\.(csv|json|txt)$/.test(said)) throw new InputError(`--load: no such file: ${said}`);
  return parseShape(said);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(`--load: cannot read ${path}: ${(error as Error).message}`);
  }
}

function time(flag: string, values: LoadValues): number {
  const said = String(values[flag as keyof LoadValues]);
  const value = parseSeconds(said);
  if (value === undefined) throw new InputError(`--${flag} must be a time such as 90s, 5m or 1h, got ${said}`);
  return value;
}

function length(flag: string, value: number): number {
  if (value <= 0 || value > LONGEST) throw new InputError(`--${flag} must be more than 0, and at most 366d`);
  return value;
}

function number(flag: string, values: LoadValues): number {
  const said = String(values[flag as keyof LoadValues]);
  const value = /^\d+(\.\d+)?$/.test(said) ? Number(said) : Number.NaN;
  if (Number.isNaN(value)) throw new InputError(`--${flag} must be a number of at least 0, got ${said}`);
  return value;
}

function whole(flag: string, values: LoadValues): number {
  const value = number(flag, values);
  if (!Number.isInteger(value)) throw new InputError(`--${flag} must be a whole number, got ${value}`);
  return value;
}
