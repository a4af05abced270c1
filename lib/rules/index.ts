import type { Rule } from './rule';

/** Rules that look at the same things. */
interface Topic {
  /**
   * Kinds, and names of fields: where no object says any of them at any depth, the rules find nothing, and are not even
   * loaded.
   *
   * @default - they are always asked
   */
  readonly words?: readonly string[];
  readonly load: () => { readonly RULES: readonly Rule[] };
}

/** In the order in which findings are told: what an object is, what it is called, then what is in it. */
const TOPICS: readonly Topic[] = [
  { load: () => require('./topics/objects') as typeof import('./topics/objects') },
  {
    words: ['generateName', 'finalizers', 'ownerReferences', 'generation'],
    load: () => require('./topics/metadata') as typeof import('./topics/metadata'),
  },
  { load: () => require('./topics/workloads') as typeof import('./topics/workloads') },
  { words: ['StatefulSet'], load: () => require('./topics/stateful-sets') as typeof import('./topics/stateful-sets') },
  { words: ['Job', 'CronJob'], load: () => require('./topics/jobs') as typeof import('./topics/jobs') },
  {
    words: ['HorizontalPodAutoscaler'],
    load: () => require('./topics/autoscalers') as typeof import('./topics/autoscalers'),
  },
  { load: () => require('./topics/containers') as typeof import('./topics/containers') },
  { load: () => require('./topics/resources') as typeof import('./topics/resources') },
  { words: ['ports'], load: () => require('./topics/ports') as typeof import('./topics/ports') },
  {
    words: ['env', 'envFrom', 'downwardAPI', 'fieldRef', 'resourceFieldRef', 'fileKeyRef'],
    load: () => require('./topics/env') as typeof import('./topics/env'),
  },
  {
    words: ['volumeMounts', 'volumeDevices'],
    load: () => require('./topics/mounts') as typeof import('./topics/mounts'),
  },
  {
    words: ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'],
    load: () => require('./topics/probes') as typeof import('./topics/probes'),
  },
  { load: () => require('./topics/pods') as typeof import('./topics/pods') },
  {
    words: [
      'activeDeadlineSeconds',
      'os',
      'hostname',
      'subdomain',
      'setHostnameAsFQDN',
      'hostnameOverride',
      'hostNetwork',
      'hostPID',
      'hostIPC',
      'hostUsers',
      'shareProcessNamespace',
      'hostAliases',
      'dnsConfig',
      'dnsPolicy',
      'preemptionPolicy',
      'priorityClassName',
      'readinessGates',
      'schedulingGates',
      'resourceClaims',
      'claims',
      'resizePolicy',
      'overhead',
      'runtimeClassName',
      'terminationMessagePolicy',
    ],
    load: () => require('./topics/pod-settings') as typeof import('./topics/pod-settings'),
  },
  {
    words: ['nodeSelector', 'affinity', 'tolerations', 'topologySpreadConstraints'],
    load: () => require('./topics/scheduling') as typeof import('./topics/scheduling'),
  },
  { words: ['securityContext'], load: () => require('./topics/security') as typeof import('./topics/security') },
  { words: ['volumes'], load: () => require('./topics/volumes') as typeof import('./topics/volumes') },
  { load: () => require('./topics/pod-templates') as typeof import('./topics/pod-templates') },
  { words: ['lifecycle'], load: () => require('./topics/lifecycle') as typeof import('./topics/lifecycle') },
  {
    words: ['initContainers', 'ephemeralContainers', 'restartPolicy', 'restartPolicyRules'],
    load: () => require('./topics/other-containers') as typeof import('./topics/other-containers'),
  },
  { words: ['Service'], load: () => require('./topics/services') as typeof import('./topics/services') },
  {
    words: [
      'sessionAffinity',
      'sessionAffinityConfig',
      'annotations',
      'clusterIP',
      'clusterIPs',
      'ipFamilies',
      'ipFamilyPolicy',
      'externalIPs',
      'loadBalancerClass',
      'loadBalancerSourceRanges',
      'trafficDistribution',
      'healthCheckNodePort',
    ],
    load: () => require('./topics/service-settings') as typeof import('./topics/service-settings'),
  },
  {
    words: ['Ingress', 'HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'],
    load: () => require('./topics/routes') as typeof import('./topics/routes'),
  },
  {
    words: ['NetworkPolicy'],
    load: () => require('./topics/network-policies') as typeof import('./topics/network-policies'),
  },
  { words: ['ConfigMap', 'Secret'], load: () => require('./topics/stores') as typeof import('./topics/stores') },
  {
    words: ['PersistentVolumeClaim', 'volumeClaimTemplates', 'volumeClaimTemplate'],
    load: () => require('./topics/claims') as typeof import('./topics/claims'),
  },
  { words: ['PodDisruptionBudget'], load: () => require('./topics/budgets') as typeof import('./topics/budgets') },
  { load: () => require('./topics/files') as typeof import('./topics/files') },
  { load: () => require('./topics/harm') as typeof import('./topics/harm') },
  { load: () => require('./topics/references') as typeof import('./topics/references') },
  {
    words: ['HorizontalPodAutoscaler', 'ScaledObject'],
    load: () => require('./topics/scaling') as typeof import('./topics/scaling'),
  },
  {
    words: ['VerticalPodAutoscaler'],
    load: () => require('./topics/vertical-autoscalers') as typeof import('./topics/vertical-autoscalers'),
  },
  { load: () => require('./topics/selectors') as typeof import('./topics/selectors') },
  {
    words: ['ScaledObject'],
    load: () => require('./topics/scaled-objects') as typeof import('./topics/scaled-objects'),
  },
];

/** Every rule there is. */
export function allRules(): readonly Rule[] {
  return TOPICS.flatMap(({ load }) => load().RULES);
}

/** The rules that may find something in objects that say these words. */
export function rulesOn(words: ReadonlySet<string>): readonly Rule[] {
  const topics = TOPICS.filter((topic) => topic.words === undefined || topic.words.some((word) => words.has(word)));
  return topics.flatMap(({ load }) => load().RULES);
}
