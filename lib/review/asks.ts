import { amountsOf } from '../autoscaling/amounts';
import { at, type Fields, fields, items } from '../manifest';
import { milliOf } from '../quantity';

/** What some pods ask of the cluster: `3 CPU`, `6 GiB`, `1 GPU`; nothing of a resource that a container does not ask for. */
export function asksOf(pod: Fields, pods: number, kubernetes: number): string[] {
  const gpus = items(pod.containers).reduce<number>((sum, container) => sum + gpusOf(container), 0);
  const asks = ['cpu', 'memory'].map((resource) => askOf(pod, resource, pods, kubernetes)).filter((ask) => ask !== '');
  return gpus === 0 ? asks : [...asks, `${gpus * pods} GPU`];
}

function askOf(pod: Fields, resource: string, pods: number, kubernetes: number): string {
  const { request, without } = amountsOf(pod, resource, kubernetes);
  if (request === undefined || without.length > 0) return '';
  const total = (Number(request) / 1000) * pods;
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
