import { type Code, type Entry, entry, plain } from '../code/code';
import { fieldsOf, isSaid, type Said, under } from '../said';
import { asAmount, prop } from './values';

const RESOURCES = [
  ['cpu', 'cpu'],
  ['memory', 'memory'],
  ['ephemeral-storage', 'ephemeralStorage'],
] as const;

/** Requests and limits. What is neither CPU, memory nor disk has one number for both. */
export function resourceProps(resources: Said): Entry[] {
  const named = RESOURCES.flatMap(([resource, name]) => [
    ...prop(`${name}Request`, under(resources, 'requests', resource), asAmount),
    ...prop(`${name}Limit`, under(resources, 'limits', resource), asAmount),
  ]);
  return [...named, ...entry('extendedResources', extendedResources(resources), under(resources, 'limits'))];
}

function extendedResources(resources: Said): Code | undefined {
  const requests = under(resources, 'requests');
  const entries = fieldsOf(under(resources, 'limits')).flatMap(([resource, limit]) => {
    const request = under(requests, resource);
    const isNamed = RESOURCES.some(([name]) => name === resource);
    const isSame = !isSaid(request) || String(request.value) === String(limit.value);
    const isWhole = /^[0-9]{1,9}$/.test(String(limit.value));
    return !isNamed && isSame && isWhole ? entry(resource, plain(Number(limit.value)), limit) : [];
  });
  return entries.length === 0 ? undefined : { kind: 'group', entries };
}

/** Whether anything is said of a resource. */
export function saysResource(resources: Said, resource: string): boolean {
  return ['requests', 'limits'].some((half) => isSaid(under(resources, half, resource)));
}
