import { amountsOf } from '../autoscaling/amounts';
import { replicaRangeOf } from '../autoscaling/autoscaler';
import { at, type Fields, fields, items, type Manifest } from '../manifest';
import { milliOf } from '../quantity';
import type { Side } from './pairs';

/** The kinds that keep a number of pods. */
const COUNTED: readonly unknown[] = ['Deployment', 'StatefulSet', 'ReplicaSet'];

export function hasReplicas({ kind }: Manifest): boolean {
  return COUNTED.includes(kind);
}

/** What stands in the template of its pods. */
export function podOf({ manifest }: Side): Fields {
  return fields(at(manifest, 'spec', 'template', 'spec'));
}

/** The fewest and the most pods of a workload: what its autoscaler says, or else what it says itself. */
export interface PodRange {
  readonly least: number;
  readonly most: number;
  readonly autoscaler?: Manifest;
}

export function podRangeOf({ manifest, folder: { set } }: Side): PodRange {
  const [autoscaler] = set.autoscalersFor(manifest);
  const replicas = at(manifest, 'spec', 'replicas');
  const own = typeof replicas === 'number' ? replicas : 1;
  if (autoscaler === undefined) return { least: own, most: own };
  const { min, max } = replicaRangeOf(autoscaler);
  return { least: min.value ?? 1, most: max.value ?? own, autoscaler };
}

/** What so many pods ask of the cluster: `3 CPU`, `0.5 to 3 CPU`; nothing of a resource that a container does not ask for. */
export function asksOf(side: Side, ...pods: readonly number[]): string[] {
  const pod = podOf(side);
  const { kubernetes } = side.folder.set.settings;
  const asked: readonly (readonly [amount: number | undefined, unit: string])[] = [
    [requestOf(pod, 'cpu', kubernetes), 'CPU'],
    [inGibibytes(requestOf(pod, 'memory', kubernetes)), 'GiB'],
    [gpusOf(pod), 'GPU'],
  ];
  return asked.flatMap(([amount, unit]) =>
    amount === undefined ? [] : [`${pods.map((count) => round(amount * count)).join(' to ')} ${unit}`],
  );
}

/** In cores, or bytes. */
function requestOf(pod: Fields, resource: string, kubernetes: number): number | undefined {
  const { request, without } = amountsOf(pod, resource, kubernetes);
  return request === undefined || without.length > 0 ? undefined : Number(request) / 1000;
}

function inGibibytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : bytes / 2 ** 30;
}

function gpusOf(pod: Fields): number | undefined {
  const devices = items(pod.containers).flatMap((container) => {
    const limits = fields(at(container, 'resources', 'limits'));
    return Object.entries(limits).filter(([name]) => /\.com\/(gpu|mig-)/.test(name));
  });
  if (devices.length === 0) return undefined;
  return devices.reduce((sum, [, amount]) => sum + Number(milliOf(amount) ?? 0n) / 1000, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
