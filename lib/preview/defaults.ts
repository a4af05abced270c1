import type { Model } from './model';

/** What is assumed where nothing is said. */
export const DEFAULT_MODEL: Model = {
  startup: 0,
  untilReady: 0,
  startupCpu: 0,
  untilRunning: 0,
  termination: 0,
  idleCpu: 0,
  unserved: 'queue',
  metricsResolution: 15_000,
  metricsOffset: 7_500,
  processing: 20,
};
