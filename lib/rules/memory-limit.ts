import { inBytes, isBelow, likelyBytes, MEBIBYTE, resourceValuesIn } from './resource-values';
import { fault, type Rule } from './rule';

export const memoryLimit: Rule = {
  id: 'memory-limit',
  severity: 'error',
  accepted: true,
  summary: 'A memory limit is at least 1 MiB: below it no container starts. 512m is half a byte, and 4 is four bytes.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory',
  *check(set) {
    for (const { manifest, path, value, side, billionths } of resourceValuesIn(set, 'memory')) {
      if (side !== 'limits' || !isBelow(billionths, MEBIBYTE)) continue;
      const must = `must be memory that a container can start in; this is ${inBytes(billionths)}`;
      yield fault(manifest, { path, value }, must, likelyBytes(value));
    }
  },
};
