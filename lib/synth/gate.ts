import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { check } from '../check/check';
import type { Finding, LocatedFinding } from '../check/finding';
import type { Manifest } from '../manifest';
import { ManifestSet } from '../rules/manifest-set';
import { kubernetesOf } from './kubernetes';
import { tell } from './progress';
import { toManifest } from './to-manifest';

/** Set on an app that checks all its objects at once, itself: the constructs then need not. */
export const CHECKED_AS_A_WHOLE = 'cdk8s-autoscaled-ml-app:checked-as-a-whole';

/** Lets nothing through that the rules find Kubernetes would refuse: hangs them on a construct, for the objects it made. */
export function gate(construct: Construct, objects: readonly ApiObject[]): void {
  construct.node.addValidation({
    validate: () => (construct.node.tryGetContext(CHECKED_AS_A_WHOLE) ? [] : errorsIn(construct, objects)),
  });
}

function errorsIn(construct: Construct, objects: readonly ApiObject[]): string[] {
  const { manifests, faults } = renderAll(objects);
  const found = findingsIn(manifests, construct);
  const errors = found.map(({ finding }) => finding).filter(({ severity }) => severity === 'error');
  return [...faults.map(([, fault]) => fault), ...errors.map(describeFinding)];
}

/** What the rules find in objects, for the Kubernetes that a construct is for. */
export function findingsIn(manifests: readonly Manifest[], construct: Construct): LocatedFinding[] {
  const set = new ManifestSet(manifests, { kubernetes: kubernetesOf(construct) });
  return check(set, (done, total) => tell('asking rules', done, total));
}

/** Objects as they will be written, the user's patches included. */
export interface Rendered {
  readonly manifests: readonly Manifest[];
  /** The object that each manifest comes from, in the same order. */
  readonly origins: readonly ApiObject[];
  /** What can't be rendered: a patch that does not fit. */
  readonly faults: readonly (readonly [ApiObject, string])[];
}

export function renderAll(objects: readonly ApiObject[]): Rendered {
  const manifests: Manifest[] = [];
  const origins: ApiObject[] = [];
  const faults: [ApiObject, string][] = [];
  for (const object of objects) {
    try {
      manifests.push(toManifest(object));
      origins.push(object);
    } catch (error) {
      // A patch that does not fit drags the whole object into its message, from the second line on.
      const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
      faults.push([object, `${reason}\n    fix: make the props and JSON patches of this object fit it`]);
    }
  }
  return { manifests, origins, faults };
}

/** A finding in two lines; the path of the construct goes before it. */
export function describeFinding({ object, path, message, fix, rule }: Finding): string {
  return `${object}: ${path}: ${message}\n    fix: ${fix} (${rule})`;
}
