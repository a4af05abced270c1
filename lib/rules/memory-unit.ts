import { inBytes, isAbove, isBelow, likelyBytes, MEBIBYTE, resourceValuesIn } from './resource-values';
import { fault, type Rule } from './rule';

/** More memory than any node has that is for rent. */
const BYTES_OF_NO_NODE = 2n ** 45n;

export const memoryUnit: Rule = {
  id: 'memory-unit',
  severity: 'warning',
  summary: 'Memory is said in Mi or Gi: 512m is half a byte, and 4 is four bytes, so that nothing is reserved.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory',
  *check(set) {
    for (const { manifest, path, value, side, billionths } of resourceValuesIn(set, 'memory')) {
      if (side === 'requests' && isBelow(billionths, MEBIBYTE)) {
        const must = `must be memory that a process can live in; this is ${inBytes(billionths)}`;
        yield fault(manifest, { path, value }, must, likelyBytes(value));
      } else if (isAbove(billionths, BYTES_OF_NO_NODE)) {
        const must = 'must be memory that a node has; this is over 32 TiB';
        yield fault(manifest, { path, value }, must, 'write bytes with a suffix (512Mi, 8Gi)');
      }
    }
  },
};
