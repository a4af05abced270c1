import type { AutoscaledMlAppOptions, AutoscaledMlAppProps } from './props/app';

type Prop = keyof AutoscaledMlAppOptions;
type Fields = Readonly<Record<string, unknown>>;

/** Of two such props one counts: what a layer says puts the other out, where a layer below it said that. */
const EXCLUSIVE: readonly (readonly [Prop, Prop])[] = [
  ['keda', 'metrics'],
  ['drain', 'preStop'],
  ['createService', 'ingress'],
  ['createService', 'httpRoute'],
  ['createService', 'serviceMonitor'],
];

/** What is one choice though it looks like a group: its fields hang together. */
const CHOICES = new Set(['seccompProfile']);

/** The props of an app over the defaults that it names, as if it had said everything itself. */
export function withDefaults({ defaults = [], ...own }: AutoscaledMlAppProps): AutoscaledMlAppProps {
  return [...defaults, own].reduce<object>(
    (below, above) => over(withoutRivals(below, above), above),
    {},
  ) as AutoscaledMlAppProps;
}

function withoutRivals(below: object, above: object): object {
  const said = new Set(Object.entries(above).flatMap(([key, value]) => (isSaid(value) ? [key] : [])));
  const rivals = EXCLUSIVE.flatMap(([one, other]) => [
    ...(said.has(one) ? [other] : []),
    ...(said.has(other) ? [one] : []),
  ]);
  return Object.fromEntries(Object.entries(below).filter(([key]) => !rivals.includes(key as Prop)));
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

/** `null`, from plain JavaScript, says as little as `undefined`. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** A group or a map, and no list and no choice (`Probe`, `Duration`): those are instances of a class. */
function isGroup(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
