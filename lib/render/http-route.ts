import type { ApiObjectProps } from 'cdk8s';
import type { ResolvedApp } from '../resolve';

export function renderHttpRoute({ httpRoute, service }: ResolvedApp): ApiObjectProps | undefined {
  if (httpRoute === undefined || service === undefined) return undefined;
  const { metadata, parentRefs, hostnames, path } = httpRoute;
  const spec = {
    parentRefs,
    hostnames,
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: path } }],
        backendRefs: [{ name: service.metadata.name, port: service.ports[0]?.port }],
      },
    ],
  };
  return { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata, spec };
}
