import { fields, items, show } from '../manifest';
import { canonical } from '../stored/canonical';

/** A value as it is stored, and as someone has written it. */
export interface Spelt {
  readonly stored: unknown;
  readonly said: unknown;
}

/**
 * The fields in which two values differ, in words: `containers[model].image: "a:1" -> "a:2"`. Items that have names are
 * told by them. What a variable is set to is not said: it may be a secret.
 */
export function changedFields(one: Spelt, other: Spelt, path = ''): string[] {
  if (canonical(one.stored ?? null) === canonical(other.stored ?? null)) return [];
  const [was, is] = [partsOf(one.stored), partsOf(other.stored)];
  if (was === undefined || is === undefined) return [told(path, one, other)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  const inner = names.flatMap((name) => changedFields(partOf(one, name), partOf(other, name), `${path}${name}`));
  return inner.length > 0 ? inner : [`${path.slice(1)}: the order`];
}

function partOf({ stored, said }: Spelt, name: string): Spelt {
  return { stored: partsOf(stored)?.get(name), said: partsOf(said)?.get(name) };
}

/** By the step that leads to each; nothing of what is no group, or of a list whose items have no names. */
function partsOf(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const names = items(value).map((item) => fields(item).name);
    const areNames = names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
    return areNames ? new Map(value.map((item, index) => [`[${names[index]}]`, item])) : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value).map(([name, inner]) => [`.${name}`, inner]));
}

function told(path: string, one: Spelt, other: Spelt): string {
  const place = path.slice(1);
  if (one.stored === undefined) return `${place} is new`;
  if (other.stored === undefined) return `${place} is gone`;
  if (/\.env\[/.test(path)) return place;
  const [was, is] = [one, other].map(({ stored, said }) => show(said ?? inUnits(stored)));
  return `${place}: ${was} -> ${is}`;
}

/** An amount that nobody has written is stored in billionths. */
function inUnits(stored: unknown): unknown {
  const [, billionths] = /^(\d+)n$/.exec(String(stored)) ?? [];
  return billionths === undefined ? stored : String(Number(billionths) / 1e9);
}
