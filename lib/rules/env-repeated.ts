import { child, childItems } from './located';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';

export const envRepeated: Rule = {
  id: 'env-repeated',
  severity: 'warning',
  summary: 'A variable stands once in a container: of two the last one counts, and kubectl apply may lose one of them.',
  source: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
  *check(set) {
    for (const container of containersWith(set, 'env')) {
      const names = new Set<unknown>();
      for (const variable of childItems(container, 'env')) {
        const name = child(variable, 'name');
        if (typeof name.value === 'string' && names.has(name.value)) {
          yield fault(
            container.manifest,
            name,
            'must be unique in the container: the last one counts',
            'leave out one',
          );
        }
        names.add(name.value);
      }
    }
  },
};
