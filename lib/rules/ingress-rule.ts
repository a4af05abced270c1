import { at, fields, items, itemsAt } from '../manifest';
import { ingressesOf } from './ingresses';
import { fault, type Rule } from './rule';

export const ingressRule: Rule = {
  id: 'ingress-rule',
  severity: 'error',
  summary: 'An Ingress says where traffic goes: by rules, each with a path, or by a default backend.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules',
  *check(set) {
    for (const ingress of ingressesOf(set)) {
      const rules = itemsAt(ingress, 'spec', 'rules');
      if (rules.length === 0 && at(ingress, 'spec', 'defaultBackend') == null) {
        const where = { path: 'spec.rules', value: at(ingress, 'spec', 'rules') };
        yield fault(ingress, where, 'must hold a rule, where there is no defaultBackend', 'add a rule');
      }
      for (const { path, value } of rules) {
        const { http } = fields(value);
        if (http == null || items(fields(http).paths).length > 0) continue;
        const where = { path: `${path}.http.paths`, value: fields(http).paths };
        yield fault(ingress, where, 'must hold a path', "add { path: '/', pathType: Prefix, backend: ... }");
      }
    }
  },
};
