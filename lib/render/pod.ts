import type { PodSpec, PodTemplateSpec, ResourceRequirements } from '../../imports/k8s';
import { nameOfReference } from '../props/reference';
import type { ResolvedPod } from '../resolve';
import { seconds } from '../seconds';
import { renderContainer, renderInitContainer, renderResources } from './container';

/** Since Kubernetes 1.32; the generated types are of 1.27. */
interface PodSpecWithResources extends PodSpec {
  readonly resources?: ResourceRequirements;
}

export function renderPod(pod: ResolvedPod): PodTemplateSpec {
  const spec: PodSpecWithResources = {
    containers: [pod.servingContainer, ...(pod.containers ?? [])].map(renderContainer),
    initContainers: pod.initContainers?.map(renderInitContainer),
    resources: renderResources(pod),
    volumes: pod.volumes?.map((volume) => volume._spec),
    serviceAccountName: pod.serviceAccount === undefined ? undefined : nameOfReference(pod.serviceAccount),
    automountServiceAccountToken: pod.automountServiceAccountToken,
    imagePullSecrets: pod.imagePullSecrets?.map((name) => ({ name })),
    priorityClassName: pod.priorityClassName,
    runtimeClassName: pod.runtimeClassName,
    terminationGracePeriodSeconds: seconds(pod.terminationGracePeriod),
    securityContext: pod.securityContext,
    enableServiceLinks: pod.enableServiceLinks,
    hostAliases: pod.hostAliases,
    dnsPolicy: pod.dnsPolicy,
    dnsConfig: pod.dnsConfig,
    nodeSelector: pod.nodeSelector,
    tolerations: pod.tolerations,
    affinity: pod.affinity,
    topologySpreadConstraints: pod.topologySpreadConstraints,
  };
  return { metadata: { labels: pod.labels, annotations: pod.annotations }, spec };
}
