import { parseQuantity, roundUp } from '../quantity';
import { type Amount, isExtended, isHugePages, type Resources, resourcesIn } from './resources';
import { type Fault, fault, type Rule } from './rule';

export const resourceAmount: Rule = {
  id: 'resource-amount',
  severity: 'error',
  summary: 'An amount of a resource is not negative; devices are whole, and huge pages are as many as fill it.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  *check(set) {
    for (const resources of resourcesIn(set)) yield* faultsIn(resources);
  },
};

function* faultsIn({ manifest, path, requests, limits }: Resources): Iterable<Fault> {
  const amounts = [...requests, ...limits];
  for (const amount of amounts) {
    const [must, fix] = wrongIn(amount) ?? [];
    if (must !== undefined && fix !== undefined) yield fault(manifest, amount, must, fix);
  }
  const names = amounts.map(({ resource }) => resource);
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory')) {
    const where = { path, value: names };
    yield fault(manifest, where, 'must ask for cpu or memory beside huge pages', 'add a request of memory');
  }
}

function wrongIn({ resource, value, milli }: Amount): [must: string, fix: string] | undefined {
  if (milli === undefined) return undefined;
  if (milli < 0n) return ['must not be negative', 'write how much the container needs'];
  if (isExtended(resource) && !isWhole(value, milli)) {
    return ['must be a whole number', 'write how many devices the container needs'];
  }
  if (isHugePages(resource) && !isWholePages(resource, milli)) {
    return ['must be whole pages', `write a multiple of ${resource.slice('hugepages-'.length)}`];
  }
  return undefined;
}

/** What has more digits the API server counts in 64 bits, whether it fits or not. */
const EXACT_DIGITS = 18;

function isWhole(value: unknown, milli: bigint): boolean {
  const isExact = String(value).replace(/\D/g, '').length <= EXACT_DIGITS;
  return (isExact ? milli : BigInt.asIntN(64, milli)) % 1000n === 0n;
}

function isWholePages(resource: string, milli: bigint): boolean {
  const size = parseQuantity(resource.slice('hugepages-'.length)) ?? 0n;
  const [bytes, rest] = [size / 1_000_000_000n, size % 1_000_000_000n];
  return bytes > 0n && rest === 0n && BigInt.asIntN(64, roundUp(milli, 1000n)) % bytes === 0n;
}
