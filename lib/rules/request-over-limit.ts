import { containersOf, fields } from '../manifest';
import { quantityOf } from '../quantity';
import { fault, type Rule } from './rule';

export const requestOverLimit: Rule = {
  id: 'request-over-limit',
  severity: 'error',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  *check(manifests) {
    for (const manifest of manifests) {
      for (const container of containersOf(manifest)) {
        const resources = fields(fields(container.value).resources);
        const limits = fields(resources.limits);
        for (const [resource, value] of Object.entries(fields(resources.requests))) {
          const request = quantityOf(value);
          const limit = quantityOf(limits[resource]);
          if (request === undefined || limit === undefined || request <= limit) continue;
          yield fault(
            manifest,
            { path: `${container.path}.resources.requests[${resource}]`, value },
            `must be at most the ${resource} limit (${limits[resource]})`,
            `lower the ${resource} request or raise the ${resource} limit`,
          );
        }
      }
    }
  },
};
