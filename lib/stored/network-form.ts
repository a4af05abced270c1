import { type Fields, fields, items, type Manifest } from '../manifest';
import { withDefaults } from './form';

const GATEWAY_API = 'gateway.networking.k8s.io';
const EVERYTHING = [{ path: { type: 'PathPrefix', value: '/' } }];

/**
 * A route as the server stores it.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/spec/
 */
export function routeForm(route: Manifest): Manifest {
  const spec = fields(route.spec);
  const parents = items(spec.parentRefs).map((parent) =>
    withDefaults(fields(parent), { group: GATEWAY_API, kind: 'Gateway' }),
  );
  const rules = items(spec.rules).map((rule) => {
    const { backendRefs, matches = EVERYTHING, ...rest } = fields(rule);
    const backends = items(backendRefs).map((backend) =>
      withDefaults(fields(backend), { group: '', kind: 'Service', weight: 1 }),
    );
    return { ...rest, matches, backendRefs: backends };
  });
  return { ...route, spec: { ...spec, parentRefs: parents, rules } };
}

/** A NetworkPolicy as the server stores it. */
export function networkPolicyForm(policy: Manifest): Manifest {
  const spec = fields(policy.spec);
  const directions = ['ingress', 'egress'].filter((name) => spec[name] != null);
  const rules = directions.map((name) => [name, items(spec[name]).map((rule) => ruleForm(fields(rule)))]);
  // Ingress is always meant, egress where it is said.
  const policyTypes = spec.egress == null ? ['Ingress'] : ['Ingress', 'Egress'];
  return { ...policy, spec: { policyTypes, ...spec, ...Object.fromEntries(rules) } };
}

function ruleForm({ ports, ...rest }: Fields): Fields {
  return { ...rest, ports: items(ports).map((port) => withDefaults(fields(port), { protocol: 'TCP' })) };
}
