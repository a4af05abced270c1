import type { ApiObjectProps } from 'cdk8s';
import type { NetworkPolicySpec } from '../../imports/k8s';
import type { ResolvedApp } from '../resolve';

export function renderNetworkPolicy(app: ResolvedApp): ApiObjectProps | undefined {
  const { networkPolicy, selector } = app;
  if (networkPolicy === undefined) return undefined;
  const { from, metadata } = networkPolicy;
  const ports = servedPorts(app);
  // To Kubernetes an empty list of ports or of peers means all of them; here it means none.
  const letsNobodyIn = ports.length === 0 || from?.length === 0;
  const spec: NetworkPolicySpec = {
    podSelector: { matchLabels: selector },
    policyTypes: ['Ingress'],
    ingress: letsNobodyIn ? [] : [{ from, ports }],
  };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec };
}

/** The container ports that the Services lead to, each once; without a Service, those of the container that serves. */
function servedPorts({ service, additionalServices, pod }: ResolvedApp) {
  const services = [...(service ? [service] : []), ...additionalServices];
  const served =
    services.length === 0
      ? pod.servingContainer.ports.map(({ containerPort, protocol }) => ({ port: containerPort, protocol }))
      : services.flatMap(({ ports }) =>
          ports.map(({ port, targetPort = port, protocol }) => ({ port: targetPort, protocol })),
        );
  return [...new Map(served.map((port) => [`${port.protocol ?? 'TCP'} ${port.port}`, port])).values()];
}
