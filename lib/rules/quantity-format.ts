import { fields, type Manifest, resourcesOf } from '../manifest';
import { quantityOf } from '../quantity';
import { type Fault, fault, type Rule } from './rule';

const EXAMPLES: Readonly<Record<string, string>> = {
  cpu: "write cores ('5', '0.5') or millicores ('500m')",
  memory: "write bytes with a suffix ('512Mi', '8Gi')",
};

export const quantityFormat: Rule = {
  id: 'quantity-format',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/',
  *check(manifests) {
    for (const manifest of manifests) yield* resourceFaults(manifest);
  },
};

function* resourceFaults(manifest: Manifest): Iterable<Fault> {
  for (const { path: place, value: resources } of resourcesOf(manifest)) {
    for (const side of ['requests', 'limits']) {
      for (const [resource, value] of Object.entries(fields(fields(resources)[side]))) {
        const path = `${place}.${side}[${resource}]`;
        const fix =
          (Object.hasOwn(EXAMPLES, resource) ? EXAMPLES[resource] : undefined) ??
          "write a number, with a suffix if wanted ('1', '10Gi')";
        const quantity = quantityOf(value);
        if (quantity === undefined) {
          yield fault(manifest, { path, value }, 'must be a Kubernetes quantity', fix);
        } else if (quantity < 0n) {
          yield fault(manifest, { path, value }, 'must not be negative', fix);
        }
      }
    }
  }
}
