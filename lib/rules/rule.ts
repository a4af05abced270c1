import { type Manifest, nameOf, show } from '../manifest';
import type { ManifestSet } from './manifest-set';

/**
 * `error`: the API server refuses it, or it can never work. `warning`: it is accepted, and it will hurt. `advice`: it is
 * accepted, and it may hurt.
 */
export type Severity = 'error' | 'warning' | 'advice';

/** One fault, as a rule tells it. Data; printing is apart. */
export interface Fault {
  readonly manifest: Manifest;
  /** The field, in the words of the API server: `spec.maxReplicas`. */
  readonly path: string;
  /** What the field must be, and what it is. */
  readonly message: string;
  /** The way out. */
  readonly fix: string;
}

export interface Rule {
  /** The name of its file. Public: never renamed. */
  readonly id: string;
  readonly severity: Severity;
  /** Whether the API server takes it all the same: an error, since it can never work. */
  readonly accepted?: boolean;
  /** In one sentence: what must be, and what happens otherwise. */
  readonly summary: string;
  /** The Kubernetes page or source that it rests on. */
  readonly source: string;
  /** Looks at objects that are applied together. Must take objects of any shape. */
  readonly check: (set: ManifestSet) => Iterable<Fault>;
}

/** A fault in the words that every rule uses: what must be, and what was found there. */
export function fault(
  manifest: Manifest,
  where: { readonly path: string; readonly value: unknown },
  must: string,
  fix: string,
): Fault {
  return { manifest, path: where.path, message: `${must}, got ${shown(manifest, where.path, where.value)}`, fix };
}

/** A value in the words of a message. What a Secret holds is said nowhere. */
export function shown(manifest: Manifest, path: string, value: unknown): string {
  return holdsSecret(manifest, path) && value != null ? 'a value that is not shown' : show(value);
}

export function holdsSecret({ kind }: Manifest, path: string): boolean {
  return kind === 'Secret' && !/^(metadata|apiVersion|kind|type|immutable)\b/.test(path);
}

/** What people call an object: `HorizontalPodAutoscaler ml-app-hpa`. */
export function objectOf(manifest: Manifest): string {
  return `${manifest.kind} ${nameOf(manifest)}`;
}
