import { DNS_LABEL, DNS_SUBDOMAIN } from '../names';
import { child, isSet } from './located';
import { podItems } from './pod-field';
import { podsWith } from './pods';
import { fault, type Rule } from './rule';
import { formatFaults, optionalFormatFaults } from './value';

/** Open since then (DynamicResourceAllocation); before, the API server drops the claims. */
const SINCE = 34;
const SOURCES = ['resourceClaimName', 'resourceClaimTemplateName'];

export const resourceClaim: Rule = {
  id: 'resource-claim',
  severity: 'error',
  summary:
    'A claim for a device has a name of its own in the pod, and is either a ResourceClaim or made from a template.',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/',
  *check(set) {
    if (set.settings.kubernetes < SINCE) return;
    for (const pod of podsWith(set, 'resourceClaims')) {
      const seen = new Set<unknown>();
      for (const claim of podItems(pod, 'resourceClaims')) {
        const name = child(claim, 'name');
        yield* formatFaults(pod.manifest, name, DNS_LABEL, "name it, such as 'gpu'");
        if (seen.has(name.value)) yield fault(pod.manifest, name, 'must be unique in the pod', 'rename one of them');
        seen.add(name.value);

        const sources = SOURCES.map((source) => child(claim, source)).filter(({ value }) => isSet(value));
        if (sources.length !== 1) {
          const fix = 'name a ResourceClaim that is there, or a template to make one from';
          yield fault(pod.manifest, claim, `must have exactly one of ${SOURCES.join(', ')}`, fix);
        }
        for (const source of sources) {
          yield* optionalFormatFaults(pod.manifest, source, DNS_SUBDOMAIN, 'write the name of the object');
        }
      }
    }
  },
};
