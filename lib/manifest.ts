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

/** One of each for all that is not there: rules ask for such more often than for anything else. */
const NO_FIELDS: Fields = Object.freeze({});
const NO_ITEMS: readonly never[] = Object.freeze([]);

/** The fields of an object; none where the value is not an object. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : NO_FIELDS;
}

/** The items of a list; none where the value is not a list. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NO_ITEMS;
}

/** The value at a path of field names, undefined where the path ends early. */
export function at(value: unknown, ...names: readonly string[]): unknown {
  let inner = value;
  // By index, and without a call: rules ask for more paths than for anything else.
  for (let index = 0; index < names.length; index += 1) {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return undefined;
    inner = (inner as Fields)[names[index] ?? ''];
  }
  return inner;
}

/** The items of the list at a path, each with its own path. */
export function itemsAt(value: unknown, ...names: readonly string[]): readonly Located[] {
  const list = at(value, ...names);
  return Array.isArray(list) ? locatedItems({ path: names.join('.'), value: list }) : NO_ITEMS;
}

/** The items of a located list, each with its own path. */
export function locatedItems(list: Located): readonly Located[] {
  if (!Array.isArray(list.value) || list.value.length === 0) return NO_ITEMS;
  return list.value.map((value, index) => ({ path: `${list.path}[${index}]`, value }));
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

const LONGEST_SHOWN = 80;

/** A value as it is shown to people, on one line and not too long. */
export function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value == null ? 'nothing' : beginningOf(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 3)}...`;
}

/** As JSON, but no longer than it takes to be cut: what a few aliases stand for may be larger than any text. */
function beginningOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_SHOWN));
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  let text = open;
  for (const [key, inner] of Object.entries(value)) {
    if (text.length > LONGEST_SHOWN) return text;
    if (text !== open) text += ',';
    if (!Array.isArray(value)) text += `${JSON.stringify(key.slice(0, LONGEST_SHOWN))}:`;
    text += beginningOf(inner);
  }
  return text + close;
}
