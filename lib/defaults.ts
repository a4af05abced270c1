import type { AutoscaledMlAppProps } from './props/app';

type Fields = Readonly<Record<string, unknown>>;

/** The props of an app over the defaults that it names, as if it had said everything itself. */
export function withDefaults({ defaults = [], ...own }: AutoscaledMlAppProps): AutoscaledMlAppProps {
  return [...defaults, own].reduce<Fields>(over, {}) as unknown as AutoscaledMlAppProps;
}

/** One layer over another: groups and maps key by key, all else as a whole. What says nothing changes nothing. */
function over(below: Fields, above: object): Fields {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (value === undefined) continue;
    const under = Object.hasOwn(merged, key) ? merged[key] : undefined;
    merged[key] = isGroup(under) && isGroup(value) ? over(under, value) : value;
  }
  return merged;
}

/** A group or a map, and no list and no choice (`Probe`, `Duration`): those are instances of a class. */
function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
