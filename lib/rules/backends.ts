import { at, fields, itemsAt, type Located, locatedItems, type Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { onceASet } from './once-a-set';

/** A Service that an Ingress or a route of the Gateway API sends to. */
export interface Backend {
  readonly manifest: Manifest;
  /** Where the name of the Service stands. */
  readonly name: Located;
  /** Where its port stands, as a number or a name. */
  readonly port: Located;
  /** In the place of the manifest: where it says so, the Service is in another namespace. */
  readonly namespace: unknown;
}

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];

/** Every Service that something of a set sends to. */
export const backendsIn = onceASet((set): readonly Backend[] => Array.from(findBackends(set)));

function* findBackends(set: ManifestSet): Iterable<Backend> {
  for (const ingress of set.ofKind('Ingress')) yield* backendsOfIngress(ingress);
  for (const route of ROUTES.flatMap((kind) => set.ofKind(kind))) {
    for (const rule of itemsAt(route, 'spec', 'rules')) yield* backendsOfRule(route, rule);
  }
}

function* backendsOfIngress(ingress: Manifest): Iterable<Backend> {
  const paths = itemsAt(ingress, 'spec', 'rules').flatMap((rule) =>
    locatedItems({ path: `${rule.path}.http.paths`, value: at(rule.value, 'http', 'paths') }),
  );
  const places = [
    { path: 'spec.defaultBackend', value: at(ingress, 'spec', 'defaultBackend') },
    ...paths.map(({ path, value }) => ({ path: `${path}.backend`, value: fields(value).backend })),
  ];
  for (const { path, value } of places) {
    const { name, port } = fields(fields(value).service);
    const side = fields(port).name === undefined ? 'number' : 'name';
    yield {
      manifest: ingress,
      name: { path: `${path}.service.name`, value: name },
      port: { path: `${path}.service.port.${side}`, value: fields(port)[side] },
      namespace: undefined,
    };
  }
}

function* backendsOfRule(manifest: Manifest, rule: Located): Iterable<Backend> {
  for (const { path, value } of locatedItems({
    path: `${rule.path}.backendRefs`,
    value: fields(rule.value).backendRefs,
  })) {
    const { group = '', kind = 'Service', name, namespace, port } = fields(value);
    if (group !== '' || kind !== 'Service') continue;
    yield {
      manifest,
      name: { path: `${path}.name`, value: name },
      port: { path: `${path}.port`, value: port },
      namespace,
    };
  }
}
