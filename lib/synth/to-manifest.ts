import {
  ApiObject,
  ApiObjectMetadataDefinition,
  App,
  ImplicitTokenResolver,
  LazyResolver,
  NumberStringUnionResolver,
} from 'cdk8s';
import type { Manifest } from '../manifest';

/**
 * What an object comes to: what its `toJson()` says. Where that is the one of cdk8s, and nothing in the object has to be
 * resolved or patched, the same is made in one pass, which takes half the time.
 */
export function toManifest(object: ApiObject): Manifest {
  const copy = canCopy(object) ? copyOf(object) : undefined;
  if (copy !== undefined) return copy;
  const manifest = object.toJson();
  refuseMoreThanData(manifest);
  return manifest;
}

/** Throws where something stands in a manifest that no YAML says: a function, or a whole number of any size. */
export function refuseMoreThanData(value: unknown, path = ''): void {
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') {
    throw new Error(`${path} must be text, a number, true, false, a list or fields, got a ${typeof value}`);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    refuseMoreThanData(inner, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  }
}

type Dictionary = Readonly<Record<string, unknown>>;

/** What is read here of cdk8s behind its declared surface: where a version of it has none of that, nothing is copied. */
interface InsideObject {
  readonly props?: unknown;
  readonly patches?: unknown;
}

type InsideMetadata = Readonly<Record<(typeof METADATA)[number] | '_additionalAttributes', unknown>>;

const METADATA = ['annotations', 'finalizers', 'labels', 'name', 'namespace', 'ownerReferences'] as const;

function canCopy(object: ApiObject): boolean {
  const { props, patches } = object as unknown as InsideObject;
  return (
    object.toJson === ApiObject.prototype.toJson &&
    object.metadata.toJson === ApiObjectMetadataDefinition.prototype.toJson &&
    isDictionary(props) &&
    Array.isArray(patches) &&
    patches.length === 0 &&
    resolvesAsUsual(App.of(object))
  );
}

const USUAL_RESOLVERS: readonly unknown[] = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/** Asked of each object, answered once an app. */
function resolvesAsUsual(app: App): boolean {
  const known = usual.get(app) ?? app.resolvers.every((resolver) => USUAL_RESOLVERS.includes(resolver.constructor));
  usual.set(app, known);
  return known;
}

const usual = new WeakMap<App, boolean>();

const MORE_THAN_DATA = Symbol('more than data');

const HEAD: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** In the order of cdk8s: what every object has first, all else by name. Nothing where a value is more than data. */
function copyOf(object: ApiObject): Manifest | undefined {
  const { props } = object as unknown as { readonly props: Dictionary };
  const how: How = { isSorted: !process.env.CDK8S_DISABLE_SORT, keepsEmpty: true };
  const metadata = copyOfMetadata(object.metadata);
  const { apiVersion, kind } = props;
  if (metadata === MORE_THAN_DATA || typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const manifest: Record<string, unknown> = { apiVersion, kind, metadata };
  for (const key of keysOf(props, how)) {
    if (HEAD.has(key)) continue;
    const value = copyOfValue(props[key], how);
    if (value === MORE_THAN_DATA || key === '__proto__') return undefined;
    if (value !== undefined) manifest[key] = value;
  }
  return manifest as Manifest;
}

/** Sorted in any case, and without what is empty: so is it in cdk8s. */
function copyOfMetadata(metadata: ApiObjectMetadataDefinition): unknown {
  const inside = metadata as unknown as InsideMetadata;
  const more = inside._additionalAttributes;
  if (!isDictionary(more) || METADATA.some((key) => !(key in inside))) return MORE_THAN_DATA;
  const others = Object.keys(more).filter((key) => !(METADATA as readonly string[]).includes(key));
  if (others.length === 0) return copyOfFields(inside, METADATA, COMPACT);
  const { annotations, finalizers, labels, name, namespace, ownerReferences } = inside;
  return copyOfValue({ ...more, annotations, finalizers, labels, name, namespace, ownerReferences }, COMPACT);
}

/** How cdk8s copies: with keys in order, and with lists and dictionaries that hold nothing. */
interface How {
  readonly isSorted: boolean;
  readonly keepsEmpty: boolean;
}

const COMPACT: How = { isSorted: true, keepsEmpty: false };

/** `null` is left out, as in cdk8s. */
function copyOfValue(value: unknown, how: How): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return copyOfList(value, how);
  return isDictionary(value) ? copyOfDictionary(value, how) : MORE_THAN_DATA;
}

function copyOfList(list: readonly unknown[], how: How): unknown {
  if (isToken(list)) return MORE_THAN_DATA;
  if (list.length === 0 && !how.keepsEmpty) return undefined;
  const copy: unknown[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const item = copyOfValue(list[index], how);
    if (item === MORE_THAN_DATA) return MORE_THAN_DATA;
    copy.push(item);
  }
  return copy;
}

/** Where the keys are in order already, V8 makes the copy at once and in the size that it needs. */
function copyOfDictionary(dictionary: Dictionary, how: How): unknown {
  const keys = Object.keys(dictionary);
  if (how.isSorted && !areInOrder(keys)) return copyOfFields(dictionary, keys.sort(), how);
  const copy: Record<string, unknown> = { ...dictionary };
  let count = keys.length;
  for (const key of keys) {
    if (key === '__proto__') return MORE_THAN_DATA;
    const value = copy[key];
    if (typeof value === 'string') continue;
    const inside = copyOfValue(value, how);
    if (inside === MORE_THAN_DATA) return MORE_THAN_DATA;
    if (inside !== undefined) copy[key] = inside;
    else {
      delete copy[key];
      count -= 1;
    }
  }
  return count === 0 && !how.keepsEmpty ? undefined : copy;
}

function copyOfFields(dictionary: Dictionary, keys: readonly string[], how: How): unknown {
  const copy: Record<string, unknown> = {};
  let isEmpty = true;
  for (const key of keys) {
    if (key === '__proto__') return MORE_THAN_DATA;
    const value = copyOfValue(dictionary[key], how);
    if (value === MORE_THAN_DATA) return MORE_THAN_DATA;
    if (value === undefined) continue;
    copy[key] = value;
    isEmpty = false;
  }
  return isEmpty && !how.keepsEmpty ? undefined : copy;
}

function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && value.constructor === Object && !isToken(value);
}

/** cdk8s asks whatever has a `resolve` function for its value. */
function isToken(value: object): boolean {
  return typeof (value as { resolve?: unknown }).resolve === 'function';
}

/** Mostly they are in order: then there is nothing to sort. */
function keysOf(dictionary: Dictionary, { isSorted }: How): readonly string[] {
  const keys = Object.keys(dictionary);
  return isSorted && !areInOrder(keys) ? keys.sort() : keys;
}

function areInOrder(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index += 1) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return false;
  }
  return true;
}
