import { quantityOf } from '../quantity';
import { isSet } from './located';
import { fault, type Rule } from './rule';
import { leavesIn } from './structures';

const CORES = "write cores ('5', '0.5') or millicores ('500m')";
const BYTES = "write bytes with a suffix ('512Mi', '8Gi')";
const COUNT = "write a number, with a suffix if wanted ('1', '10Gi')";

export const quantityFormat: Rule = {
  id: 'quantity-format',
  severity: 'error',
  summary: 'CPU, memory and whatever is counted are Kubernetes quantities.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/',
  *check(set) {
    for (const quantity of leavesIn(set, 'quantity')) {
      if (!isSet(quantity.value) || quantityOf(quantity.value) !== undefined) continue;
      yield fault(quantity.manifest, quantity, 'must be a Kubernetes quantity', wayOut(quantity.path));
    }
  },
};

function wayOut(path: string): string {
  if (path.endsWith('[cpu]')) return CORES;
  return /\[(memory|storage|ephemeral-storage)\]$|sizeLimit$/.test(path) ? BYTES : COUNT;
}
