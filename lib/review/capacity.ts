import { amountsOf } from '../autoscaling/amounts';
import { at, fields, items, type Manifest } from '../manifest';
import { milliOf } from '../quantity';
import type { ManifestSet } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';
import { type Change, isWorkload } from './change';
import type { Consequence } from './consequence';
import { podRangeOf } from './pod-range';

/** How many pods there are at rest and at most, and what that asks of the cluster, before and after. */
export function* capacities({ pairs, before: old, after: young }: Change): Iterable<Consequence> {
  for (const { before, after } of pairs) {
    if (before === undefined || after === undefined || !isWorkload(after.manifest)) continue;
    const [was, is] = [sizeOf(old, before.manifest), sizeOf(young, after.manifest)];
    if (was === is) continue;
    yield { kind: 'capacity', object: objectOf(after.manifest), message: `${is}; was ${was}` };
  }
}

/** `1 to 6 pods, at most 3 CPU, 6 GiB`. */
function sizeOf(set: ManifestSet, workload: Manifest): string {
  const { least, most } = podRangeOf(set, workload);
  const pod = fields(at(workload, 'spec', 'template', 'spec'));
  const asks = ['cpu', 'memory'].map((resource) => askOf(set, pod, resource, most)).filter((ask) => ask !== '');
  const gpus = items(pod.containers).reduce<number>((sum, container) => sum + gpusOf(container), 0);
  const all = gpus === 0 ? asks : [...asks, `${gpus * most} GPU`];
  const counted = `${most} ${most === 1 ? 'pod' : 'pods'}`;
  const pods = least === most ? counted : `${least} to ${counted}`;
  return all.length === 0 ? pods : `${pods}, at most ${all.join(', ')}`;
}

function askOf(set: ManifestSet, pod: Parameters<typeof amountsOf>[0], resource: string, most: number): string {
  const { request, without } = amountsOf(pod, resource, set.settings.kubernetes);
  if (request === undefined || without.length > 0) return '';
  const total = (Number(request) / 1000) * most;
  return resource === 'cpu' ? `${round(total)} CPU` : `${round(total / 2 ** 30)} GiB`;
}

function gpusOf(container: unknown): number {
  const limits = fields(at(container, 'resources', 'limits'));
  const devices = Object.keys(limits).filter((name) => /\.com\/(gpu|mig-)/.test(name));
  return devices.reduce((sum, name) => sum + Number(milliOf(limits[name]) ?? 0n) / 1000, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
