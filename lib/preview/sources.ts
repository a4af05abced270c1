import { amountsOf } from '../autoscaling/amounts';
import type { AutoscalerSpec, MetricSpec } from '../autoscaling/controller/spec';
import type { Fields } from '../manifest';
import { durationFor, inCores, type Load, steps } from './load';
import type { PodAmounts, Source } from './model';
import type { PreviewOptions } from './options';

/** What each metric of an autoscaler is read from. */
export interface Sources {
  readonly cpuLoad?: Load;
  /** The place of the metric whose value the load of the app is, where that is not CPU. */
  readonly loadMetric?: number;
  readonly sources: readonly Source[];
  readonly duration: number;
}

const MINUTE = 60_000;
const SILENCE = steps([[0, 0]], Number.POSITIVE_INFINITY);

/** Gives each metric its load; or says why that can't be. Notes what is assumed. */
export function sourcesOf(
  spec: AutoscalerSpec,
  pod: Fields,
  amounts: PodAmounts,
  kubernetes: number,
  options: PreviewOptions,
  notes: string[],
): Sources | string {
  const isOfCpu = spec.metrics.some(usesCpu);
  const own = (metric: MetricSpec) => options.metricLoads?.get(metric.name);
  const free = spec.metrics.findIndex((metric) => !isResource(metric) && own(metric) === undefined);
  const loadMetric = isOfCpu || free === -1 ? undefined : free;
  if (!isOfCpu && spec.metrics.every(isResource)) {
    return 'it goes by memory alone, which follows no load that could be played';
  }
  if (!isOfCpu && loadMetric === undefined && options.load !== undefined) {
    return 'each of its metrics has a load of its own: leave out the --load without a name';
  }
  if (!isOfCpu && options.cpuPerRequest !== undefined)
    notes.push('the CPU of a request says nothing of a load that is no CPU');
  const cpuLoad = isOfCpu ? cpuLoadOf(options, spec, amounts, notes) : undefined;
  const appLoad =
    loadMetric === undefined ? undefined : (options.load ?? defaultLoad(spec, loadMetric, amounts, notes));
  const loads = cpuLoad === undefined ? [] : [cpuLoad];
  const sources = spec.metrics.map((metric, index): Source => {
    const request = needsRequest(metric) ? requestOf(pod, metric, kubernetes) : undefined;
    if (usesCpu(metric)) return { request };
    const load = index === loadMetric ? appLoad : own(metric);
    if (load !== undefined) {
      loads.push(load);
      return { request, load };
    }
    notes.push(`${metric.name} is taken as 0${isResource(metric) ? '' : `: --load ${metric.name}=... says otherwise`}`);
    return isResource(metric) ? { request, constant: 0 } : { load: SILENCE };
  });
  // What is queued while nobody can serve it is served afterwards.
  const drain = isOfCpu && options.load === undefined && options.model?.unserved !== 'drop' ? PLAYED : 0;
  return { cpuLoad, loadMetric, sources, duration: Math.max(...loads.map(durationFor)) + drain };
}

export function needsRequest({ type, target }: MetricSpec): boolean {
  return (type === 'Resource' || type === 'ContainerResource') && target.type === 'Utilization';
}

export function usesCpu(metric: MetricSpec): boolean {
  return isResource(metric) && metric.name === 'cpu';
}

function isResource({ type }: MetricSpec): boolean {
  return type === 'Resource' || type === 'ContainerResource';
}

export function requestOf(pod: Fields, metric: MetricSpec, kubernetes: number): number | undefined {
  const { request, without } = amountsOf(pod, metric.name, kubernetes, metric.container);
  return request === undefined || without.length > 0 ? undefined : Number(request);
}

function cpuLoadOf(
  { load, metricLoads, cpuPerRequest = 1 }: PreviewOptions,
  spec: AutoscalerSpec,
  amounts: PodAmounts,
  notes: string[],
): Load {
  const said = metricLoads?.get('cpu') ?? load;
  return said === undefined ? defaultLoad(spec, undefined, amounts, notes) : inCores(said, cpuPerRequest);
}

const PLAYED = 10 * MINUTE;

/** Rest, twice what all pods can carry, and silence: it tells something about any app. */
function defaultLoad(spec: AutoscalerSpec, metric: number | undefined, pod: PodAmounts, notes: string[]): Load {
  const { type, amount = 0 } = (metric === undefined ? undefined : spec.metrics[metric]?.target) ?? {};
  const ofMetric = (amount / 1000) * (type === 'AverageValue' ? spec.maxReplicas : 1);
  const carried = metric === undefined ? (pod.cpuLimit ?? pod.cpuRequest ?? 1) * spec.maxReplicas : ofMetric;
  const peak = Math.round(2 * carried * 1000) / 1000;
  const what = metric === undefined ? `${peak} cores` : `${peak} of ${spec.metrics[metric]?.name}`;
  const twice = metric === undefined ? 'all pods can carry' : 'it aims at with all pods';
  notes.push(`no --load: 2 minutes of rest, 10 minutes of ${what} (twice what ${twice}), silence`);
  const points = [[0, 0], [2 * MINUTE, peak], [2 * MINUTE + PLAYED, 0]] as const; // biome-ignore format: points
  return steps(points, Number.POSITIVE_INFINITY);
}
