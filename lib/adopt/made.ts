import type { ApiObject, App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Manifest } from '../manifest';
import { toManifest } from '../synth/to-manifest';

/** An object that a program made, or why it can't be made. */
export type Made =
  | { readonly manifest: Manifest; readonly failure?: undefined }
  | { readonly manifest?: undefined; readonly failure: string };

/** The object at a path of construct ids. */
export function madeAt(app: App, ...ids: readonly string[]): Made {
  const construct = ids.reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), app);
  if (construct === undefined) return { failure: 'the program makes no such object' };
  try {
    return { manifest: toManifest(construct as ApiObject) };
  } catch (error) {
    return { failure: (error as Error).message.split('\n')[0] ?? '' };
  }
}
