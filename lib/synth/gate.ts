import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Manifest } from '../manifest';
import { RULES } from '../rules';
import { type Fault, objectOf, type Rule } from '../rules/rule';

/** Lets nothing through that the rules find Kubernetes would refuse: hangs them on a construct, for the objects it made. */
export function gate(construct: Construct, objects: readonly ApiObject[]): void {
  construct.node.addValidation({ validate: () => faultsIn(objects) });
}

/** Looks at the objects as they will be written, the user's patches included. */
function faultsIn(objects: readonly ApiObject[]): string[] {
  const manifests: Manifest[] = [];
  const unrenderable: string[] = [];
  for (const object of objects) {
    try {
      manifests.push(object.toJson());
    } catch (error) {
      // A patch that does not fit drags the whole object into its message, from the second line on.
      const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
      unrenderable.push(`${reason}\n    fix: make the props and JSON patches of this object fit it`);
    }
  }
  const faults = RULES.filter(({ severity }) => severity === 'error').flatMap((rule) =>
    Array.from(rule.check(manifests), (fault) => describeFault(rule, fault)),
  );
  return [...unrenderable, ...faults];
}

/** A fault in two lines; cdk8s puts the path of the construct before it. */
export function describeFault(rule: Rule, { manifest, path, message, fix }: Fault): string {
  return `${objectOf(manifest)}: ${path}: ${message}\n    fix: ${fix} (${rule.id})`;
}
