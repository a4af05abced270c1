import { at, fields, type Located, type Manifest } from '../manifest';
import { DNS_LABEL, DNS_LABEL_1035, DNS_SUBDOMAIN, PATH_SEGMENT, PORT_NAME } from '../names';
import { ingressesOf, ingressPathsOf } from './ingresses';
import { integerFault } from './integer';
import { type Fault, fault, type Rule } from './rule';
import { formatFaults } from './value';

/** From this minor version on, the name of a Service may start with a digit (RelaxedServiceNameValidation). */
const RELAXED_NAMES_SINCE = 36;

export const ingressBackend: Rule = {
  id: 'ingress-backend',
  severity: 'error',
  summary: 'A backend of an Ingress is one port of a Service, by name or by number, or one other resource.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#resource-backend',
  *check(set) {
    for (const ingress of ingressesOf(set)) {
      const fallback = { path: 'spec.defaultBackend', value: at(ingress, 'spec', 'defaultBackend') };
      const backends = ingressPathsOf(ingress).map(({ path, value }) => ({
        path: `${path}.backend`,
        value: fields(value).backend,
      }));
      for (const backend of [...(fallback.value == null ? [] : [fallback]), ...backends]) {
        yield* backendFaults(ingress, backend, set.settings.kubernetes);
      }
    }
  },
};

function* backendFaults(ingress: Manifest, { path, value }: Located, minor: number): Iterable<Fault> {
  const { service, resource } = fields(value);
  if (service != null && resource != null) {
    yield fault(ingress, { path, value }, 'must be a service or a resource, not both', 'leave resource out');
  } else if (service != null) {
    yield* serviceFaults(ingress, { path: `${path}.service`, value: service }, minor);
  } else if (resource != null) {
    yield* resourceFaults(ingress, { path: `${path}.resource`, value: resource });
  } else {
    const fix = 'write service: { name: ..., port: { number: ... } }';
    yield fault(ingress, { path, value }, 'must be a service or a resource', fix);
  }
}

function* serviceFaults(ingress: Manifest, service: Located, minor: number): Iterable<Fault> {
  const { name } = fields(service.value);
  const format = minor >= RELAXED_NAMES_SINCE ? DNS_LABEL : DNS_LABEL_1035;
  yield* formatFaults(ingress, { path: `${service.path}.name`, value: name }, format, 'write the name of the Service');

  const port = { path: `${service.path}.port`, value: fields(service.value).port };
  const number = { path: `${port.path}.number`, value: fields(port.value).number || undefined };
  const portName = { path: `${port.path}.name`, value: fields(port.value).name || undefined };
  const fix = 'write the number or the name of a port of the Service';
  if (number.value === undefined && portName.value === undefined) {
    yield fault(ingress, port, 'must have a number or a name', fix);
  } else if (number.value !== undefined && portName.value !== undefined) {
    yield fault(ingress, port, 'must have a number or a name, not both', 'leave the number out');
  } else if (number.value !== undefined) {
    const must = integerFault(number, 1, 65535);
    if (must !== undefined) yield fault(ingress, number, must, fix);
  } else {
    yield* formatFaults(ingress, portName, PORT_NAME, fix);
  }
}

function* resourceFaults(ingress: Manifest, { path, value }: Located): Iterable<Fault> {
  const { apiGroup, kind, name } = fields(value);
  const fix = 'write what the resource is called';
  if (apiGroup != null) yield* formatFaults(ingress, { path: `${path}.apiGroup`, value: apiGroup }, DNS_SUBDOMAIN, fix);
  yield* formatFaults(ingress, { path: `${path}.kind`, value: kind }, PATH_SEGMENT, fix);
  yield* formatFaults(ingress, { path: `${path}.name`, value: name }, PATH_SEGMENT, fix);
}
