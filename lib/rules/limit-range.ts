import { at, fields, items, type Manifest } from '../manifest';
import { type ManifestSet, mayShareNamespace } from './manifest-set';

/** Whether a LimitRange of the namespace gives containers a request of a resource, or a limit, which counts as one. */
export function givesRequests(set: ManifestSet, workload: Manifest, resource: string): boolean {
  const limitRanges = [...set.ofKind('LimitRange'), ...(set.around?.ofKind('LimitRange') ?? [])];
  return limitRanges.some(
    (each) =>
      mayShareNamespace(each, workload) &&
      items(at(each, 'spec', 'limits')).some((limit) => {
        const { type, default: limits, defaultRequest } = fields(limit);
        return type === 'Container' && (fields(limits)[resource] ?? fields(defaultRequest)[resource]) !== undefined;
      }),
  );
}
