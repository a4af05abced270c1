import { isOvercommittable, type Resources, resourcesIn } from './resources';
import { type Fault, fault, type Rule } from './rule';

export const requestOverLimit: Rule = {
  id: 'request-over-limit',
  severity: 'error',
  summary: 'A request is at most the limit of the same resource; that of devices and huge pages is the limit.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  *check(set) {
    for (const resources of resourcesIn(set)) yield* faultsIn(resources);
  },
};

function* faultsIn({ manifest, requests, limits }: Resources): Iterable<Fault> {
  for (const request of requests) {
    const { resource, milli } = request;
    const limit = limits.find((each) => each.resource === resource);
    if (limit === undefined) {
      if (isOvercommittable(resource)) continue;
      yield fault(manifest, request, `must have a limit beside it`, `write the same ${resource} limit`);
    } else if (milli !== undefined && limit.milli !== undefined) {
      if (!isOvercommittable(resource) && milli !== limit.milli) {
        const fix = `write the same ${resource} request and limit`;
        yield fault(manifest, request, `must be the ${resource} limit (${limit.value})`, fix);
      } else if (milli > limit.milli) {
        const fix = `lower the ${resource} request or raise the ${resource} limit`;
        yield fault(manifest, request, `must be at most the ${resource} limit (${limit.value})`, fix);
      }
    }
  }
}
