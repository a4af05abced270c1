import type { ApiObjectProps } from 'cdk8s';
import type { IngressSpec } from '../../imports/k8s';
import type { ResolvedApp } from '../resolve';

export function renderIngress({ ingress, service }: ResolvedApp): ApiObjectProps | undefined {
  if (ingress === undefined || service === undefined) return undefined;
  const { metadata, host, path, ingressClassName, tlsSecretName } = ingress;
  const [port] = service.ports;
  const backend = { service: { name: service.metadata.name, port: { number: port?.port } } };
  const spec: IngressSpec = {
    ingressClassName,
    tls:
      tlsSecretName === undefined
        ? undefined
        : [{ hosts: host === undefined ? undefined : [host], secretName: tlsSecretName }],
    rules: [{ host, http: { paths: [{ path, pathType: 'Prefix', backend }] } }],
  };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata, spec };
}
