import { parseQuantity, roundUp } from '../quantity';
import { childEntries } from './located';
import { podsWith } from './pods';
import { isContainerResource, isExtended, isHugePages } from './resources';
import { fault, type Rule } from './rule';

export const podOverhead: Rule = {
  id: 'pod-overhead',
  severity: 'error',
  summary: 'The overhead of a pod is of resources that Kubernetes knows, in amounts that a container could ask for.',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-overhead/',
  *check(set) {
    for (const { manifest, path, spec } of podsWith(set, 'overhead')) {
      const amounts = childEntries({ path, value: spec }, 'overhead');
      for (const { key, ...amount } of amounts) {
        if (!isContainerResource(key)) {
          const must = 'must be cpu, memory, ephemeral-storage, hugepages-SIZE, or DOMAIN/NAME for a device';
          yield fault(manifest, { path: amount.path, value: key }, must, FIX);
          continue;
        }
        const must = amountFault(key, parseQuantity(String(amount.value ?? 0)) ?? 0n);
        if (must !== undefined) yield fault(manifest, amount, must, FIX);
      }
      const names = amounts.map(({ key }) => key);
      if (!names.some(isHugePages) || names.includes('cpu') || names.includes('memory')) continue;
      const where = { path: `${path}.overhead`, value: names };
      yield fault(manifest, where, 'must have cpu or memory beside huge pages', FIX);
    }
  },
};

const FIX = 'leave overhead out: the RuntimeClass says it';

/** What an amount in billionths must be, where it is not; Kubernetes keeps thousandths. */
function amountFault(resource: string, nano: bigint): string | undefined {
  if (nano < 0n) return 'must not be negative';
  // Kubernetes counts in 64 bits.
  const milli = BigInt.asIntN(64, roundUp(nano, 1_000_000n));
  if (isExtended(resource) && milli % 1000n !== 0n) return 'must be a whole number';
  return isHugePages(resource) && !isWholePages(resource, nano) ? 'must be whole pages' : undefined;
}

const UNIT = 1_000_000_000n;

function isWholePages(resource: string, nano: bigint): boolean {
  const size = parseQuantity(resource.slice('hugepages-'.length)) ?? 0n;
  return size > 0n && size % UNIT === 0n && BigInt.asIntN(64, roundUp(nano, UNIT)) % (size / UNIT) === 0n;
}
