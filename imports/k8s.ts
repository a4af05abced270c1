/**
 * The one door to the Kubernetes types that cdk8s-plus-27 generated; no other file names that package.
 *
 * Types only: nothing of the 2.5 MB behind them is loaded at run time, and the generated classes, which drop every
 * field that is newer than Kubernetes 1.27, are not used.
 */
import type { k8s } from 'cdk8s-plus-27';

/** Where the generated names differ from Kubernetes': only what our objects can hold. */
interface Spelling {
  clientIp: 'clientIP';
  clusterIp: 'clusterIP';
  diskUri: 'diskURI';
  downwardApi: 'downwardAPI';
  hostIp: 'hostIP';
  hostIpc: 'hostIPC';
  hostPid: 'hostPID';
  loadBalancerIp: 'loadBalancerIP';
  pdId: 'pdID';
  scaleIo: 'scaleIO';
  setHostnameAsFqdn: 'setHostnameAsFQDN';
  storagePolicyId: 'storagePolicyID';
  targetCpuUtilizationPercentage: 'targetCPUUtilizationPercentage';
  volumeId: 'volumeID';
}

/**
 * A generated type as it stands in a manifest: Kubernetes' spelling, and without the wrappers around quantities and
 * int-or-string values (which look alike to the compiler, so both may be a number).
 */
type Plain<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? [keyof T] extends ['value']
        ? number | string
        : { [Key in keyof T as Key extends keyof Spelling ? Spelling[Key] : Key]: Plain<T[Key]> }
      : T;

export type Container = Plain<k8s.Container>;
export type ContainerPort = Plain<k8s.ContainerPort>;
export type DeploymentSpec = Plain<k8s.DeploymentSpec>;
export type EnvVar = Plain<k8s.EnvVar>;
export type HpaSpecV1 = Plain<k8s.HorizontalPodAutoscalerSpec>;
export type HpaSpecV2 = Plain<k8s.HorizontalPodAutoscalerSpecV2>;
export type HpaBehavior = Plain<k8s.HorizontalPodAutoscalerBehaviorV2>;
export type HpaScalingPolicy = Plain<k8s.HpaScalingPolicyV2>;
export type HpaScalingRules = Plain<k8s.HpaScalingRulesV2>;
export type LabelSelector = Plain<k8s.LabelSelector>;
export type MetricSpec = Plain<k8s.MetricSpecV2>;
export type MetricTarget = Plain<k8s.MetricTargetV2>;
export type ObjectMeta = Plain<k8s.ObjectMeta>;
export type PodTemplateSpec = Plain<k8s.PodTemplateSpec>;
export type Probe = Plain<k8s.Probe>;
export type ResourceRequirements = Plain<k8s.ResourceRequirements>;
export type ServicePort = Plain<k8s.ServicePort>;
export type ServiceSpec = Plain<k8s.ServiceSpec>;
export type IngressSpec = Plain<k8s.IngressSpec>;
export type NetworkPolicySpec = Plain<k8s.NetworkPolicySpec>;
export type PersistentVolumeClaimSpec = Plain<k8s.PersistentVolumeClaimSpec>;
export type PodDisruptionBudgetSpec = Plain<k8s.PodDisruptionBudgetSpec>;
export type PodSpec = Plain<k8s.PodSpec>;
export type VolumeSpec = Plain<k8s.Volume>;

/**
 * Generated types that callers write themselves. Only such as are spelt as in Kubernetes throughout and hold no wrapper:
 * these are manifests already.
 */
export type Affinity = k8s.Affinity;
export type HostAlias = k8s.HostAlias;
export type NetworkPolicyPeer = k8s.NetworkPolicyPeer;
export type PodDnsConfig = k8s.PodDnsConfig;
export type PodSecurityContext = k8s.PodSecurityContext;
export type SecurityContext = k8s.SecurityContext;
export type Toleration = k8s.Toleration;
export type TopologySpreadConstraint = k8s.TopologySpreadConstraint;

/** Constructs of cdk8s-plus-27 that a team may have already: their names are read. */
export type { IConfigMap, IPersistentVolumeClaim, ISecret, IServiceAccount } from 'cdk8s-plus-27';
