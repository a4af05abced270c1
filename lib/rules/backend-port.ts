import { fields, itemsAt, type Manifest } from '../manifest';
import { type Backend, backendsIn } from './backends';
import type { ManifestSet } from './manifest-set';
import { namedHere } from './nearby';
import { fault, objectOf, type Rule } from './rule';

/** What the controller of AWS takes in place of a port. */
const BY_ANNOTATION = 'use-annotation';

export const backendPort: Rule = {
  id: 'backend-port',
  severity: 'error',
  accepted: true,
  summary: 'An Ingress or a route leads to a port of the Service, by its number or its name: any other leads nowhere.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend',
  *check(set) {
    for (const backend of backendsIn(set)) {
      const { manifest, port } = backend;
      const [service, ...alternatives] = servicesOf(backend, set);
      if (service === undefined || port.value == null || port.value === BY_ANNOTATION) continue;
      const ports = [service, ...alternatives].flatMap(portsOf);
      if (ports.length === 0 || ports.some((each) => each.port === port.value || each.name === port.value)) continue;
      const side = typeof port.value === 'number' ? 'port' : 'name';
      const known = portsOf(service)
        .map((each) => each[side])
        .filter((each) => each !== undefined);
      yield fault(
        manifest,
        port,
        `must be a port of ${objectOf(service)}, which has ${known.join(', ') || 'none with a name'}`,
        known.length === 1 ? `write ${known[0]}` : 'write the port of the Service, and not that of the container',
      );
    }
  },
};

/** The Service that a backend means; several where other files hold alternatives. */
function servicesOf({ manifest, name, namespace }: Backend, set: ManifestSet): readonly Manifest[] {
  const place = typeof namespace === 'string' ? { metadata: { namespace } } : manifest;
  const found = namedHere(set, 'Service', name.value, place);
  // An alias has the ports of what it stands for.
  return found.some(({ spec }) => fields(spec).type === 'ExternalName') ? [] : found;
}

function portsOf(service: Manifest) {
  return itemsAt(service, 'spec', 'ports').map(({ value }) => fields(value));
}
