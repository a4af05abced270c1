import { claims, EXCLUSIVE, isSaid } from './exclusive';
import type { AutoscaledMlAppOptions, AutoscaledMlAppProps } from './props/app';

type Fields = Readonly<Record<string, unknown>>;

/** What is one choice though it looks like a group: its fields hang together. */
const CHOICES = new Set(['seccompProfile']);

/** The props of an app over the defaults that it names, as if it had said everything itself. */
export function withDefaults({ defaults = [], ...own }: AutoscaledMlAppProps): AutoscaledMlAppProps {
  return [...defaults, own].reduce<object>(
    (below, above) => over(withoutRivals(below, above), above),
    {},
  ) as AutoscaledMlAppProps;
}

/** Of two props that exclude each other the later layer's counts. */
function withoutRivals(below: object, above: AutoscaledMlAppOptions): object {
  const rivals = EXCLUSIVE.flatMap(({ prop, rival }) => [
    ...(claims(above, prop) ? [rival] : []),
    ...(claims(above, rival) ? [prop] : []),
  ]) as string[];
  return Object.fromEntries(Object.entries(below).filter(([key]) => !rivals.includes(key)));
}

/**
 * One layer over another: groups and maps key by key, all else as a whole. What says nothing changes nothing. What is
 * said above stands last, in its order: variables may refer to those before them.
 */
function over(below: object, above: object): object {
  const said = Object.entries(above).filter(([, value]) => isSaid(value));
  const merged = said.map(([key, value]) => {
    const under = Object.hasOwn(below, key) && !CHOICES.has(key) ? (below as Fields)[key] : undefined;
    return [key, isGroup(value) ? over(isGroup(under) ? under : {}, value) : value] as const;
  });
  const saidAbove = new Set(said.map(([key]) => key));
  return Object.fromEntries([...Object.entries(below).filter(([key]) => !saidAbove.has(key)), ...merged]);
}

/** A group or a map, and no list and no choice (`Probe`, `Duration`): those are instances of a class. */
function isGroup(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
