import { fields, type Located, locatedItems } from '../manifest';

/** A field of a located object, with its own path. */
export function child(parent: Located, name: string): Located {
  return { path: `${parent.path}.${name}`, value: fields(parent.value)[name] };
}

/** The items of a list that is a field of a located object. */
export function childItems(parent: Located, name: string): readonly Located[] {
  return locatedItems(child(parent, name));
}

/** The entries of a map that is a field of a located object, as the API server names them: `limits[cpu]`. */
export function childEntries(parent: Located, name: string): readonly (Located & { readonly key: string })[] {
  const map = child(parent, name);
  const entries = fields(map.value);
  return Object.keys(entries).map((key) => ({ path: `${map.path}[${key}]`, key, value: entries[key] }));
}

/** Whether a field is set: Kubernetes reads null as if it were not there. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
