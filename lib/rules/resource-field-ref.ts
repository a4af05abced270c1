import type { Located, Manifest } from '../manifest';
import { parseQuantity } from '../quantity';
import { child, childItems, isSet } from './located';
import { nearest } from './nearest';
import { containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';

const RESOURCES = ['limits', 'requests'].flatMap((side) =>
  ['cpu', 'memory', 'ephemeral-storage'].map((resource) => `${side}.${resource}`),
);
const HUGE_PAGES = /^(limits|requests)\.hugepages-/;

const CORES = ['1', '1m'];
const BYTES = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

export const resourceFieldRef: Rule = {
  id: 'resource-field-ref',
  severity: 'error',
  summary: 'A variable is filled from a request or a limit, counted in units that fit it.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#downwardapi-resourceFieldRef',
  *check(set) {
    for (const container of containersWith(set, 'env')) {
      for (const variable of childItems(container, 'env')) {
        const reference = child(child(variable, 'valueFrom'), 'resourceFieldRef');
        if (isSet(reference.value)) yield* resourceFieldFaults(container.manifest, reference);
      }
    }
  },
};

/** What is wrong with a reference to a request or a limit. */
export function* resourceFieldFaults(manifest: Manifest, reference: Located): Iterable<Fault> {
  const resource = child(reference, 'resource');
  const name = String(resource.value ?? '');
  if (!RESOURCES.includes(name) && !HUGE_PAGES.test(name)) {
    const must = `must be one of ${RESOURCES.join(', ')}, limits.hugepages-SIZE, requests.hugepages-SIZE`;
    yield fault(manifest, resource, must, `write ${nearest(name, RESOURCES) ?? 'one of these'}`);
    return;
  }
  const divisor = child(reference, 'divisor');
  const units = name.endsWith('.cpu') ? CORES : BYTES;
  if (!isSet(divisor.value) || isUnit(String(divisor.value), units)) return;
  yield fault(manifest, divisor, `must be one of ${units.join(', ')}`, 'leave it out to count in units of 1');
}

/** Whether Kubernetes would write a quantity as one of some units: 1000m is 1, but 1024 is not 1Ki. */
function isUnit(text: string, units: readonly string[]): boolean {
  const quantity = parseQuantity(text);
  if (quantity === undefined || quantity === 0n || units.includes(text.trim())) return true;
  // Kubernetes keeps these as they are written.
  if (/^\s*[+0][\d]*[1-9]|[eE]\d|\.\s*$/.test(text)) return false;
  const isBinary = text.includes('i');
  return units.some((unit) => (unit === '1' || unit.includes('i') === isBinary) && parseQuantity(unit) === quantity);
}
