import { fields, resourcesOf } from '../manifest';
import { quantityOf } from '../quantity';
import { fault, type Rule } from './rule';

export const requestOverLimit: Rule = {
  id: 'request-over-limit',
  severity: 'error',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  *check(manifests) {
    for (const manifest of manifests) {
      for (const { path, value: resources } of resourcesOf(manifest)) {
        const limits = fields(fields(resources).limits);
        for (const [resource, value] of Object.entries(fields(fields(resources).requests))) {
          const request = quantityOf(value);
          const limit = quantityOf(limits[resource]);
          if (request === undefined || limit === undefined || request <= limit) continue;
          yield fault(
            manifest,
            { path: `${path}.requests[${resource}]`, value },
            `must be at most the ${resource} limit (${limits[resource]})`,
            `lower the ${resource} request or raise the ${resource} limit`,
          );
        }
      }
    }
  },
};
