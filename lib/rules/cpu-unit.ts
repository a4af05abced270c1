import { quantityOf } from '../quantity';
import { isAbove, isBelow, type ResourceValue, resourceValuesIn, wholeUnits } from './resource-values';
import { fault, type Rule } from './rule';

/** More cores than the nodes have that are for rent. */
const CORES_OF_NO_NODE = 400n;

/** From here on it is millicores that were meant, if so little memory is asked for beside that no node is made so. */
const MANY_CORES = 99n;
const LEAST_BYTES_PER_CORE = 2n ** 28n;

export const cpuUnit: Rule = {
  id: 'cpu-unit',
  severity: 'warning',
  summary:
    'CPU is said in cores, or in thousandths with an m: 500 asks for 500 cores, and the pod waits for a node that has them.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-cpu',
  *check(set) {
    for (const each of resourceValuesIn(set, 'cpu')) {
      if (!isSlip(each)) continue;
      const must = `must be cores that a node has; this is ${wholeUnits(each.billionths)} cores`;
      yield fault(each.manifest, each, must, wayOut(each.value));
    }
  },
};

function isSlip({ billionths, beside }: ResourceValue): boolean {
  if (isAbove(billionths, CORES_OF_NO_NODE)) return true;
  const leastBytes = wholeUnits(billionths) * LEAST_BYTES_PER_CORE;
  return isAbove(billionths, MANY_CORES) && isBelow(quantityOf(beside.memory), leastBytes);
}

function wayOut(value: unknown): string {
  const [, digits] = /^(\d+)(?:[KMGTPE]i?|k)?$/.exec(String(value)) ?? [];
  return digits === undefined ? "write cores ('2', '0.5') or millicores ('500m')" : `write ${digits}m for millicores`;
}
