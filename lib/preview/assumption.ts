import type { ControllerSettings } from '../autoscaling/controller/settings';
import type { Model } from './model';
import { parseSeconds } from './seconds';

/** What a person may say of the world around the autoscaler, each by its name, as a time or as a number. */
const OF_THE_MODEL = {
  metricsResolution: 'time',
  metricsOffset: 'time',
  processing: 'time',
  termination: 'time',
} as const satisfies Partial<Record<keyof Model, Kind>>;

const OF_THE_CONTROLLER = {
  syncPeriod: 'time',
  tolerance: 'number',
  cpuInitializationPeriod: 'time',
  initialReadinessDelay: 'time',
  downscaleStabilization: 'time',
} as const satisfies Partial<Record<keyof ControllerSettings, Kind>>;

type Kind = 'time' | 'number';

export const ASSUMPTIONS = [...Object.keys(OF_THE_MODEL), ...Object.keys(OF_THE_CONTROLLER)];

/** Must be more than nothing: something happens each time that they have passed. */
const PERIODS = ['metricsResolution', 'syncPeriod'];

export interface Assumed {
  readonly model: Partial<Record<keyof typeof OF_THE_MODEL, number>>;
  readonly controller: Partial<Record<keyof typeof OF_THE_CONTROLLER, number>>;
}

/** Reads `syncPeriod=30s` and the like. Throws, saying what is wrong, where one is none. */
export function readAssumptions(said: readonly string[]): Assumed {
  const model: Record<string, number> = {};
  const controller: Record<string, number> = {};
  for (const each of said) {
    const [key = '', text = ''] = each.split('=', 2);
    const isOfModel = Object.hasOwn(OF_THE_MODEL, key);
    const kinds: Readonly<Record<string, Kind>> = isOfModel ? OF_THE_MODEL : OF_THE_CONTROLLER;
    const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
    if (kind === undefined) throw new Error(`must be one of ${ASSUMPTIONS.join(', ')}, got ${JSON.stringify(each)}`);
    const value = kind === 'time' ? parseSeconds(text) : /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
    if (value === undefined || (PERIODS.includes(key) && value < 1000)) {
      const what = kind === 'time' ? 'a time such as 30s' : 'a number of at least 0';
      throw new Error(
        `${key} must be ${what}${PERIODS.includes(key) ? ', at least 1s' : ''}, got ${JSON.stringify(text)}`,
      );
    }
    (isOfModel ? model : controller)[key] = value;
  }
  return { model, controller };
}
