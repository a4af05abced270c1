import type { Manifest } from '../manifest';
import type { Rule, Severity } from '../rules/rule';

/** What a check found, as data; printing is apart. The shape is public. */
export interface Finding {
  /** The id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** What people call the object: `HorizontalPodAutoscaler ml-app-hpa`. */
  readonly object: string;
  /** The field, in the words of the API server: `spec.maxReplicas`. */
  readonly path: string;
  /** What the field must be, and what it is. */
  readonly message: string;
  /** The way out. */
  readonly fix: string;
  /** The Kubernetes page or source that the rule rests on. */
  readonly source: string;
  /** The reason, where someone has seen it and wants it so. */
  readonly acknowledged?: string;
  /** Where it stands, in a check of files; line and column count from 1. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A finding together with its object, for whoever knows where that comes from. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly rule: Pick<Rule, 'id' | 'accepted'>;
  readonly manifest: Manifest;
}
