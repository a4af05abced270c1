/** Plain Kubernetes objects, and how to read them when nothing about their shape can be trusted. */

/** One Kubernetes object, as it stands in YAML. What is inside may be of any shape: people and patches write anything. */
export interface Manifest {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: unknown;
  readonly [key: string]: unknown;
}

export type Fields = Readonly<Record<string, unknown>>;

/** A value together with where it stands, in the words of the API server: `spec.template.spec.containers[0]`. */
export interface Located {
  readonly path: string;
  readonly value: unknown;
}

/** The fields of an object; none where the value is not an object. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The items of a list; none where the value is not a list. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value at a path of field names, undefined where the path ends early. */
export function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => fields(inner)[name], value);
}

/** The items of the list at a path, each with its own path. */
export function itemsAt(value: unknown, ...names: readonly string[]): readonly Located[] {
  return locatedItems({ path: names.join('.'), value: at(value, ...names) });
}

/** The items of a located list, each with its own path. */
export function locatedItems(list: Located): readonly Located[] {
  return items(list.value).map((value, index) => ({ path: `${list.path}[${index}]`, value }));
}

export function isKind(manifest: Manifest, kind: string): boolean {
  return manifest.kind === kind;
}

export function nameOf(manifest: Manifest): string {
  const name = at(manifest, 'metadata', 'name');
  return typeof name === 'string' ? name : '';
}

export function namespaceOf(manifest: Manifest): string | undefined {
  const namespace = at(manifest, 'metadata', 'namespace');
  return typeof namespace === 'string' ? namespace : undefined;
}

/** A value as it is shown to people, on one line and not too long. */
export function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value == null ? 'nothing' : JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
