import { type Manifest, nameOf, show } from '../manifest';

/** `error`: the API server refuses it, or it can never work. `warning`: it is accepted, and it will hurt. */
export type Severity = 'error' | 'warning';

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
  /** The Kubernetes page or source that it rests on. */
  readonly source: string;
  /** Looks at a set of objects that are applied together. Must take objects of any shape. */
  readonly check: (manifests: readonly Manifest[]) => Iterable<Fault>;
}

/** A fault in the words that every rule uses: what must be, and what was found there. */
export function fault(
  manifest: Manifest,
  where: { readonly path: string; readonly value: unknown },
  must: string,
  fix: string,
): Fault {
  return { manifest, path: where.path, message: `${must}, got ${show(where.value)}`, fix };
}

/** What people call an object: `HorizontalPodAutoscaler ml-app-hpa`. */
export function objectOf(manifest: Manifest): string {
  return `${manifest.kind} ${nameOf(manifest)}`;
}
