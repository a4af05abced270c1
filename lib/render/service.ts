import type { ApiObjectProps } from 'cdk8s';
import type { ServiceSpec } from '../../imports/k8s';
import type { ResolvedService } from '../resolve';
import { seconds } from '../seconds';

export function renderService(service: ResolvedService, selector: Record<string, string>): ApiObjectProps {
  const timeoutSeconds = seconds(service.sessionAffinity);
  const spec: ServiceSpec = {
    type: service.type,
    clusterIP: service.headless ? 'None' : undefined,
    selector: service.selector ?? selector,
    ports: service.ports,
    sessionAffinity: timeoutSeconds === undefined ? undefined : 'ClientIP',
    sessionAffinityConfig: timeoutSeconds === undefined ? undefined : { clientIP: { timeoutSeconds } },
    externalTrafficPolicy: service.externalTrafficPolicy,
    internalTrafficPolicy: service.internalTrafficPolicy,
    allocateLoadBalancerNodePorts: service.allocateLoadBalancerNodePorts,
    loadBalancerClass: service.loadBalancerClass,
    loadBalancerSourceRanges: service.loadBalancerSourceRanges,
    publishNotReadyAddresses: service.publishNotReadyAddresses,
  };
  return { apiVersion: 'v1', kind: 'Service', metadata: service.metadata, spec };
}
