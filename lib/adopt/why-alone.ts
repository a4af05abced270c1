import { isKind } from '../manifest';
import type { ReadManifest } from '../read/read';
import { objectOf } from '../rules/rule';

/** What became of the object that an autoscaler scales. */
export interface Target {
  readonly object: ReadManifest;
  /** The autoscaler of the app that it is in. */
  readonly scaledBy?: ReadManifest;
  /** Why it is in none. */
  readonly reason?: string;
}

/** Why an autoscaler is no part of an app, though what it scales was read. */
export function whyAlone({ object, scaledBy, reason }: Target): string {
  const scales = `it scales ${objectOf(object.manifest)}`;
  if (scaledBy !== undefined) return `${scales}, which has ${objectOf(scaledBy.manifest)} already`;
  if (!isKind(object.manifest, 'Deployment')) return `${scales}, and an AutoscaledMlApp makes a Deployment`;
  return `${scales}, which is carried over: ${reason}`;
}
