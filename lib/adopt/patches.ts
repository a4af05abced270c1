import type { Manifest } from '../manifest';
import { askedForm } from '../stored/asked-form';
import { type Call, call, text } from './code/code';
import { differences } from './difference';
import { namesIn, pointerTo, step } from './pointer';
import { asIs } from './props/values';
import { type Said, under } from './said';

/** A JSON patch over an object of an app. */
export interface Patch {
  readonly pointer: string;
  readonly code: Call;
  readonly said: Said;
}

/** What makes of a rendered object the one that was read, where no prop could say it. */
export function patchesFor(rendered: Manifest, read: Said): Patch[] {
  const made = new Map<string, Patch>();
  for (const { pointer, other } of differences(askedForm(rendered), askedForm(read.value as Manifest))) {
    const place = reachable(rendered, pointer);
    const said = at(read, place);
    // What stands in the form alone is a default.
    const wanted = said.value ?? (place === pointer ? other : undefined);
    const patch = patchAt(rendered, place, { ...said, value: wanted });
    if (patch !== undefined) made.set(place, patch);
  }
  return [...made.values()];
}

function patchAt(rendered: Manifest, pointer: string, said: Said): Patch | undefined {
  const isThere = valueAt(rendered, pointer) !== undefined;
  const place = text(pointer);
  if (said.value === undefined) {
    return isThere ? { pointer, said, code: call('JsonPatch.remove', place) } : undefined;
  }
  return { pointer, said, code: call(isThere ? 'JsonPatch.replace' : 'JsonPatch.add', place, asIs(said)) };
}

/** A patch can add a field to what is there, but not to what is missing itself. */
function reachable(rendered: Manifest, pointer: string): string {
  const names = namesIn(pointer);
  for (let count = 1; count < names.length; count += 1) {
    const parent = pointerTo(names.slice(0, count));
    if (typeof valueAt(rendered, parent) !== 'object') return parent;
  }
  return pointer;
}

function valueAt(manifest: unknown, pointer: string): unknown {
  return namesIn(pointer).reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    manifest,
  );
}

function at(read: Said, pointer: string): Said {
  let said = read;
  for (const name of namesIn(pointer)) {
    const { object, pointer: here, value } = said;
    said = Array.isArray(value) ? { object, pointer: step(here, name), value: value[Number(name)] } : under(said, name);
  }
  return said;
}
