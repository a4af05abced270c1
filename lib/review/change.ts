import type { Manifest } from '../manifest';
import type { ManifestSet } from '../rules/manifest-set';
import type { Pair } from './pairs';

/** Two folders, before and after a change, and their objects in pairs. */
export interface Change {
  readonly pairs: readonly Pair[];
  readonly before: ManifestSet;
  readonly after: ManifestSet;
}

/** The kinds whose pods a template makes, and which keep a number of them. */
export const WORKLOADS: readonly string[] = ['Deployment', 'StatefulSet'];

export function isWorkload({ kind }: Manifest): boolean {
  return WORKLOADS.includes(String(kind));
}
