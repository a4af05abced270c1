import { at, fields, itemsAt, type Located } from '../manifest';
import { ipRangeFault } from './ip-address';
import { fault, type Rule } from './rule';
import { type Service, SOURCE_RANGES_ANNOTATION, servicesOf } from './services';

export const loadBalancerSourceRange: Rule = {
  id: 'load-balancer-source-range',
  severity: 'error',
  summary: 'Clients that a load balancer lets through are said as IP ranges in CIDR notation.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec',
  *check(set) {
    for (const service of servicesOf(set)) {
      for (const { path, value } of rangesOf(service)) {
        const must = ipRangeFault(String(value ?? '').trim(), set.settings.kubernetes);
        if (must !== undefined)
          yield fault(service.manifest, { path, value }, must, "write a range such as '10.0.0.0/8'");
      }
    }
  },
};

function rangesOf({ manifest }: Service): readonly Located[] {
  const ranges = itemsAt(manifest, 'spec', 'loadBalancerSourceRanges');
  if (ranges.length > 0) return ranges;
  const annotation = fields(at(manifest, 'metadata', 'annotations'))[SOURCE_RANGES_ANNOTATION];
  if (typeof annotation !== 'string' || annotation.trim() === '') return [];
  const path = `metadata.annotations[${SOURCE_RANGES_ANNOTATION}]`;
  return annotation.split(',').map((value) => ({ path, value }));
}
