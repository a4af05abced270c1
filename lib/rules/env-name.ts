import { containersOf, fields, locatedItems } from '../manifest';
import { ENV_NAME } from '../names';
import { fault, type Rule } from './rule';

export const envName: Rule = {
  id: 'env-name',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables',
  *check(manifests) {
    for (const manifest of manifests) {
      for (const container of containersOf(manifest)) {
        const env = { path: `${container.path}.env`, value: fields(container.value).env };
        for (const { path, value: variable } of locatedItems(env)) {
          const { name, value } = fields(variable);
          if (typeof name !== 'string' || !ENV_NAME.matches(name)) {
            const where = { path: `${path}.name`, value: name };
            yield fault(manifest, where, `must be ${ENV_NAME.description}`, 'rename the variable');
          }
          if (value !== undefined && typeof value !== 'string') {
            yield fault(manifest, { path: `${path}.value`, value }, 'must be text', "put it in quotes: '1'");
          }
        }
      }
    }
  },
};
