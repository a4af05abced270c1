import { fields, items } from '../manifest';
import type { ReadManifest } from '../read/read';
import { step } from './pointer';

/** A value of an object that was read, and where it stands there. */
export interface Said {
  readonly object: ReadManifest;
  /** As a JSON Pointer: names of fields may have dots in them. */
  readonly pointer: string;
  readonly value: unknown;
}

/** The value at a path of field names; nothing is said there where it ends early. */
export function under(said: Said, ...names: readonly string[]): Said {
  return names.reduce(
    ({ object, pointer, value }, name) => ({ object, pointer: step(pointer, name), value: own(value, name) }),
    said,
  );
}

/** The items of a list, each with its place; none where it is no list. */
export function itemsOf(said: Said): Said[] {
  return items(said.value).map((value, index) => ({ ...said, pointer: step(said.pointer, String(index)), value }));
}

/** The fields of an object by name, each with its place; none where it is no object. */
export function fieldsOf(said: Said): (readonly [name: string, inner: Said])[] {
  return Object.keys(fields(said.value)).map((name) => [name, under(said, name)]);
}

/** The one field that says something, where there is one alone. */
export function onlyFieldOf(said: Said): readonly [name: string, inner: Said] | undefined {
  const [field, ...others] = fieldsOf(said).filter(([, inner]) => isSaid(inner));
  return others.length === 0 ? field : undefined;
}

/** Kubernetes takes `null` for what is not there. */
export function isSaid({ value }: Said): boolean {
  return value !== undefined && value !== null;
}

/** Whether a value has no fields but these: what a prop can't say stays for a patch. */
export function hasOnly({ value }: Said, ...names: readonly string[]): boolean {
  return Object.entries(fields(value)).every(([name, inner]) => inner == null || names.includes(name));
}

/** What every object inherits is no field of it. */
export function own(value: unknown, name: string): unknown {
  return Object.hasOwn(fields(value), name) ? fields(value)[name] : undefined;
}
