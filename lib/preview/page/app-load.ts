import { durationFor, inCores, type Load } from '../load';
import type { Setup } from '../model';

/** The load of the app: what keeps its pods busy, or else the value of the metric that it is. */
export function appLoadOf({ cpuLoad, loadMetric, sources }: Setup): Load | undefined {
  return cpuLoad ?? sources[loadMetric ?? 0]?.load;
}

/** A load as it is said, in what the setup counts: cores, or the value of a metric. */
export function asCounted({ cpuLoad }: Setup, said: Load, perRequest: number): Load {
  return cpuLoad === undefined ? said : inCores(said, perRequest);
}

/** With another load of the app; for as long as that takes, unless another time was said. */
export function withAppLoad(setup: Setup, load: Load): Setup {
  const before = appLoadOf(setup);
  const isUntilRest = before !== undefined && setup.duration === durationFor(before);
  const duration = isUntilRest ? durationFor(load) : setup.duration;
  if (setup.cpuLoad !== undefined) return { ...setup, cpuLoad: load, duration };
  const place = setup.loadMetric ?? 0;
  const sources = setup.sources.map((source, index) => (index === place ? { ...source, load } : source));
  return { ...setup, sources, duration };
}
